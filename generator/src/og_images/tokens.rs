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
    /// The background.
    pub(super) background: String,
    /// Text.
    pub(super) text: String,
    /// Muted text.
    pub(super) muted: String,
    /// Borders.
    pub(super) border: String,
    /// The accent colour, also of the route.
    pub(super) accent: String,
    sections: BTreeMap<String, String>,
}

impl ColorTokens {
    /// Parses the tokens, and takes the colours of these sections.
    ///
    /// # Errors
    ///
    /// If a token is missing or has an unsupported value.
    pub(super) fn parse<'a>(tokens: &str, sections: impl Iterator<Item = &'a Section>) -> Result<Self> {
        let own = sections.filter_map(|section| {
            let [light, _] = section.color.as_ref()?;
            Some((section.id.clone(), hex(light)?))
        });
        Ok(Self {
            background: token(tokens, "color-bg")?,
            text: token(tokens, "color-text")?,
            muted: token(tokens, "color-text-muted")?,
            border: token(tokens, "color-border")?,
            accent: token(tokens, "color-accent")?,
            sections: own.collect(),
        })
    }

    /// A section's colour, or the accent.
    pub(super) fn section(&self, section: &str) -> &str {
        self.sections.get(section).unwrap_or(&self.accent)
    }
}

/// The page's background, light and dark, for `theme-color`.
///
/// # Errors
///
/// If the tokens cannot be read, or have an unsupported value.
pub fn theme_colors() -> Result<[String; 2]> {
    let tokens = paths::project().join("style/tokens.css");
    let tokens = fs::read_to_string(&tokens).with_context(|| format!("cannot read {}", tokens.display()))?;
    let both = tokens.split_once("--color-bg: light-dark(").and_then(|(_, rest)| rest.split_once(';'));
    let colours = both.into_iter().flat_map(|(both, _)| both.split('#').skip(1));
    let mut colours = colours.filter_map(|rest| Some(format!("#{}", rest.get(..6)?)));
    let theme_colors = colours.next().zip(colours.next());
    let (light, dark) =
        theme_colors.context("style/tokens.css: `--color-bg` is not light-dark() of two colours")?;
    Ok([light, dark])
}

/// The light value of the first token of this name, as `#rrggbb`.
fn token(tokens: &str, name: &str) -> Result<String> {
    let value = tokens.split_once(&format!("--{name}: light-dark(")).map(|(_, rest)| rest.trim_start());
    let colour = value.and_then(|value| {
        // Skips the override for high contrast, `var(--…, value)`.
        let value =
            value.strip_prefix("var(").and_then(|value| value.split_once(", ")).map_or(value, |(_, own)| own);
        let (length, _) = parse_color_prefix(value).ok()?;
        hex(&value[..length])
    });
    let expected = "light-dark() of two colours";
    colour.with_context(|| format!("style/tokens.css: `--{name}` is not {expected}"))
}

/// The colour that CSS names, as `#rrggbb`.
fn hex(css: &str) -> Option<String> {
    let rgba = srgb(css)?.to_rgba8();
    Some(format!("#{:02x}{:02x}{:02x}", rgba.r, rgba.g, rgba.b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_oklch_colour_becomes_what_a_browser_shows() {
        let hex = |css| hex(css).expect("a colour");
        assert_eq!(hex("oklch(1 0 0)"), "#ffffff");
        assert_eq!(hex("oklch(0.627955 0.257683 29.234)"), "#ff0000");
        assert_eq!(hex("oklch(0.519752 0.176858 142.495)"), "#008000");
    }

    #[test]
    fn a_section_without_a_colour_of_its_own_has_the_accent() {
        let light = |name: &str, light: &str| format!("--{name}: light-dark({light}, #000);\n");
        let tokens = ["color-bg", "color-text", "color-text-muted", "color-border"]
            .map(|name| light(name, "var(--white, #123456)"))
            .concat()
            + &light("color-accent", "#0b4f70");
        let section = |id: &str, color| Section {
            id: id.to_owned(),
            title: String::new(),
            standfirst: Vec::new(),
            region: String::new(),
            is_opening: false,
            color,
            map_fact: None,
            body: Vec::new(),
            cards: Vec::new(),
            prose_facts: Vec::new(),
        };
        let white = ["oklch(1 0 0)", "oklch(0 0 0)"].map(str::to_owned);
        let sections = [section("one", Some(white)), section("other", None)];
        let colours = ColorTokens::parse(&tokens, sections.iter()).expect("colours");
        assert_eq!(colours.section("one"), "#ffffff");
        assert_eq!(colours.background, "#123456");
        assert_eq!(colours.section("other"), "#0b4f70");
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_named() {
        let tokens = "--color-bg: light-dark(nonsense, black);";
        let error = ColorTokens::parse(tokens, [].into_iter()).err().expect("an error");
        assert!(error.to_string().contains("`--color-bg`"), "{error}");
    }
}
