//! Reads colour tokens from `style/tokens.css`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use chuhai::content::Section;
use chuhai::content::load::colors::srgb;
use color::parse_color_prefix;

use crate::paths;

/// The light colours of `style/tokens.css`.
pub(super) struct ColorTokens {
    pub(super) background: String,
    pub(super) text: String,
    pub(super) muted: String,
    /// Land on the map.
    pub(super) land: String,
    pub(super) border: String,
    /// The accent colour, also of the route.
    pub(super) accent: String,
    sections: BTreeMap<String, String>,
}

impl ColorTokens {
    /// Parses the tokens, and adds the colours of these sections.
    ///
    /// # Errors
    ///
    /// If a token is missing or has an unsupported value.
    pub(super) fn parse<'a>(tokens: &str, sections: impl Iterator<Item = &'a Section>) -> Result<Self> {
        let section_colors = sections.filter_map(|section| {
            let [light, _] = section.color.as_ref()?;
            Some((section.id.clone(), hex(light)?))
        });
        let light = |name| token(tokens, name).map(|[light, _]| light);
        Ok(Self {
            background: light("color-bg")?,
            text: light("color-text")?,
            muted: light("color-text-muted")?,
            land: light("color-land")?,
            border: light("color-border")?,
            accent: light("color-accent")?,
            sections: section_colors.collect(),
        })
    }

    /// A section's colour, or the accent.
    pub(super) fn section(&self, section: &str) -> &str {
        self.sections.get(section).unwrap_or(&self.accent)
    }
}

/// A colour of `style/tokens.css`, light and dark, as `#rrggbb`. `name` is the token's, without its leading dashes.
///
/// # Errors
///
/// If the tokens cannot be read, or the token is missing or has an unsupported value.
pub fn token_colors(name: &str) -> Result<[String; 2]> {
    token(&read()?, name)
}

/// The text of `style/tokens.css`.
///
/// # Errors
///
/// If the file cannot be read.
pub(super) fn read() -> Result<String> {
    let file = paths::project().join("style/tokens.css");
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// The values of the first token of this name, light and dark, as `#rrggbb`.
fn token(tokens: &str, name: &str) -> Result<[String; 2]> {
    let values = tokens.split_once(&format!("--{name}: light-dark(")).and_then(|(_, values)| {
        let (light, rest) = first_color(values)?;
        let (dark, _) = first_color(rest.trim_start_matches(')').strip_prefix(',')?)?;
        Some([light, dark])
    });
    let expected = "light-dark() of two colours";
    values.with_context(|| format!("style/tokens.css: `--{name}` is not {expected}"))
}

/// The first colour of a text as `#rrggbb`, and the text after it.
fn first_color(css: &str) -> Option<(String, &str)> {
    let css = css.trim_start();
    // Skips the override for high contrast, `var(--…, value)`.
    let css = css.strip_prefix("var(").and_then(|css| css.split_once(", ")).map_or(css, |(_, value)| value);
    let (length, _) = parse_color_prefix(css).ok()?;
    Some((hex(&css[..length])?, &css[length..]))
}

/// A CSS colour as `#rrggbb`.
fn hex(css: &str) -> Option<String> {
    let rgba = srgb(css)?.to_rgba8();
    Some(format!("#{:02x}{:02x}{:02x}", rgba.r, rgba.g, rgba.b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_oklch_color_becomes_what_a_browser_shows() {
        let hex = |css| hex(css).expect("a colour");
        assert_eq!(hex("oklch(1 0 0)"), "#ffffff");
        assert_eq!(hex("oklch(0.627955 0.257683 29.234)"), "#ff0000");
        assert_eq!(hex("oklch(0.519752 0.176858 142.495)"), "#008000");
    }

    #[test]
    fn a_token_has_a_light_and_a_dark_value_in_any_notation() {
        let tokens = "--color-bg: light-dark(var(--white, oklch(1 0 0)), var(--black, #10181d));\n";
        assert_eq!(token(tokens, "color-bg").expect("colours"), ["#ffffff", "#10181d"]);
    }

    #[test]
    fn a_section_without_a_color_of_its_own_has_the_accent() {
        let light = |name: &str, light: &str| format!("--{name}: light-dark({light}, #000);\n");
        let tokens = ["color-bg", "color-text", "color-text-muted", "color-land", "color-border"]
            .map(|name| light(name, "var(--white, #123456)"))
            .concat()
            + &light("color-accent", "#0b4f70");
        let section = |id: &str, color| Section {
            id: id.to_owned(),
            title: String::new(),
            standfirst: Vec::new(),
            short_name: String::new(),
            is_opening: false,
            color,
            body: Vec::new(),
            cards: Vec::new(),
            prose_facts: Vec::new(),
        };
        let white = ["oklch(1 0 0)", "oklch(0 0 0)"].map(str::to_owned);
        let sections = [section("one", Some(white)), section("other", None)];
        let colors = ColorTokens::parse(&tokens, sections.iter()).expect("colours");
        assert_eq!(colors.section("one"), "#ffffff");
        assert_eq!(colors.background, "#123456");
        assert_eq!(colors.section("other"), "#0b4f70");
    }

    #[test]
    fn a_color_that_cannot_be_read_is_named() {
        let tokens = "--color-bg: light-dark(nonsense, black);";
        let error = ColorTokens::parse(tokens, [].into_iter()).err().expect("an error");
        assert!(error.to_string().contains("`--color-bg`"), "{error}");
    }
}
