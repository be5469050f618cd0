//! Reads colour tokens from `style/tokens.css`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

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
    /// Parses the tokens, with the colours of these sections.
    ///
    /// # Errors
    ///
    /// If a token is missing or has an unsupported value.
    pub(super) fn parse<'a>(tokens: &str, ids: impl Iterator<Item = &'a str>) -> Result<Self> {
        let own = ids.filter_map(|id| {
            let (_, rest) = tokens.split_once(&format!("[data-section=\"{id}\"]"))?;
            Some(token(rest, "color-section").map(|colour| (id.to_owned(), colour)))
        });
        Ok(Self {
            background: token(tokens, "color-bg")?,
            text: token(tokens, "color-text")?,
            muted: token(tokens, "color-text-muted")?,
            border: token(tokens, "color-border")?,
            accent: token(tokens, "color-accent")?,
            sections: own.collect::<Result<_>>()?,
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
        if value.starts_with('#') {
            return value.split_once([',', ')']).map(|(hex, _)| hex.trim().to_owned());
        }
        let (inside, _) = value.strip_prefix("oklch(")?.split_once(')')?;
        let mut parts = inside.split_whitespace().map(|part| part.parse().ok());
        Some(srgb(parts.next()??, parts.next()??, parts.next()??))
    });
    let expected = "light-dark() of `#rrggbb` or `oklch(lightness chroma hue)`";
    colour.with_context(|| format!("style/tokens.css: `--{name}` is not {expected}"))
}

/// Converts OKLCH to `#rrggbb` (CSS Color 4). A colour outside sRGB is clipped.
fn srgb(lightness: f64, chroma: f64, hue: f64) -> String {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let linear = [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ];
    let [red, green, blue] = linear.map(|light| {
        let light = light.clamp(0.0, 1.0);
        let shown = if light <= 0.003_130_8 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
        (shown * 255.0).round() as u8
    });
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_oklch_colour_becomes_what_a_browser_shows() {
        assert_eq!(srgb(1.0, 0.0, 0.0), "#ffffff");
        assert_eq!(srgb(0.627_955, 0.257_683, 29.234), "#ff0000");
        assert_eq!(srgb(0.519_752, 0.176_858, 142.495), "#008000");
    }

    #[test]
    fn a_section_without_a_colour_of_its_own_has_the_accent() {
        let light = |name: &str, light: &str| format!("--{name}: light-dark({light}, #000);\n");
        let tokens = ["color-bg", "color-text", "color-text-muted", "color-border"]
            .map(|name| light(name, "var(--white, #123456)"))
            .concat()
            + &light("color-accent", "#0b4f70")
            + "[data-section=\"india\"] { --color-section: light-dark(oklch(1 0 0), oklch(0 0 0)); }";
        let colours = ColorTokens::parse(&tokens, ["india", "opening"].into_iter()).expect("colours");
        assert_eq!(colours.section("india"), "#ffffff");
        assert_eq!(colours.background, "#123456");
        assert_eq!(colours.section("opening"), "#0b4f70");
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_named() {
        let tokens = "--color-bg: light-dark(white, black);";
        let error = ColorTokens::parse(tokens, [].into_iter()).err().expect("an error");
        assert!(error.to_string().contains("`--color-bg`"), "{error}");
    }
}
