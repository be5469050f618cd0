//! Section colours: stated ones, or palette colours for sections with land on the map. Checks contrast in both themes
//! and the difference between sections.

use std::ops::Range;

use color::{Oklab, OpaqueColor, Srgb, parse_color};

use crate::content::parse::{ContentFiles, Reporter, backticked};
use crate::content::{Map, Section, SectionRef};

/// Page background in light and dark, as `--color-bg` in `style/tokens.css`.
pub const BACKGROUND: [&str; 2] = ["#fbfaf6", "#10181d"];
/// Share of the section's colour in the fill of a map region, light and dark, as in `--color-fill` of
/// `style/tokens.css`.
pub const FILL: [f32; 2] = [0.76, 0.6];

/// Default colours, light and dark. Each has a different lightness, so that they differ in grey too.
const PALETTE: [[&str; 2]; 8] = [
    ["oklch(0.46 0.13 45)", "oklch(0.77 0.11 45)"],
    ["oklch(0.38 0.08 178)", "oklch(0.71 0.09 175)"],
    ["oklch(0.32 0.13 265)", "oklch(0.725 0.12 265)"],
    ["oklch(0.445 0.1 80)", "oklch(0.83 0.1 80)"],
    ["oklch(0.395 0.16 18)", "oklch(0.745 0.13 18)"],
    ["oklch(0.28 0.1 320)", "oklch(0.8 0.1 320)"],
    ["oklch(0.42 0.11 130)", "oklch(0.84 0.12 128)"],
    ["oklch(0.33 0.025 235)", "oklch(0.72 0.022 235)"],
];

/// Minimum contrast with the background, of text and of a map region (WCAG 2.2, 1.4.3 and 1.4.11).
const MIN_TEXT_CONTRAST: f32 = 4.5;
const MIN_SHAPE_CONTRAST: f32 = 3.0;
/// Minimum difference between the colours of two sections, in OKLab.
const MIN_DIFFERENCE: f32 = 0.05;

const THEMES: [&str; 2] = ["light", "dark"];

/// Checks stated colours, and assigns palette colours to sections with land on the map that state none.
pub(super) fn assign(sections: &mut [Option<Section>], map: Option<&Map>, content_files: &ContentFiles<'_>) {
    let has_land = |index: usize| {
        map.and_then(|map| map.region(SectionRef(index))).is_some_and(|region| !region.shape.is_empty())
    };
    let mut taken: Vec<(String, [OpaqueColor<Srgb>; 2])> = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        let Some(section) = section else { continue };
        let Some(stated) = &section.color else { continue };
        let Some(reporter) = content_files.section_file(&section.id) else { continue };
        let span = reporter.file.value_span("color");
        let Some(colors) = parsed(stated, reporter, &span) else { continue };
        check_contrast(colors, has_land(index), reporter, &span);
        if let Some((other, _)) = taken.iter().find(|(_, other)| alike(*other, colors)) {
            reporter.error(
                span,
                format!("a `color` unlike that of {}", backticked(other)),
                "one that is hard to tell from it",
            );
        }
        taken.push((section.id.clone(), colors));
    }
    let mut free = PALETTE.iter().filter(|colors| {
        rgb(**colors).is_some_and(|colors| !taken.iter().any(|(_, other)| alike(*other, colors)))
    });
    for (index, section) in sections.iter_mut().enumerate() {
        let Some(section) = section.as_mut().filter(|section| section.color.is_none() && has_land(index))
        else {
            continue;
        };
        section.color = free.next().map(|colors| colors.map(str::to_owned));
        if section.color.is_none()
            && let Some(reporter) = content_files.section_file(&section.id)
        {
            reporter.error(0..0, "a `color`, because the palette has none left", "nothing");
        }
    }
}

fn parsed(
    stated: &[String; 2],
    reporter: Reporter<'_>,
    span: &Range<usize>,
) -> Option<[OpaqueColor<Srgb>; 2]> {
    for color in stated.iter().filter(|color| srgb(color).is_none()) {
        let expected = "a colour as CSS has it: `#903a03`, `oklch(0.46 0.13 45)`";
        reporter.error(span.clone(), expected, backticked(color));
    }
    rgb([&stated[0], &stated[1]])
}

fn check_contrast(
    colors: [OpaqueColor<Srgb>; 2],
    has_land: bool,
    reporter: Reporter<'_>,
    span: &Range<usize>,
) {
    for (theme, color) in colors.into_iter().enumerate() {
        let Some(background) = srgb(BACKGROUND[theme]) else { continue };
        let report = |least: f32, what: &str, found: f32| {
            let expected = format!("a `color` of at least {least} : 1 {what} in the {} theme", THEMES[theme]);
            reporter.error(span.clone(), expected, format!("{found:.1} : 1"));
        };
        let text_contrast = contrast(color, background);
        if text_contrast < MIN_TEXT_CONTRAST {
            report(MIN_TEXT_CONTRAST, "on the page background", text_contrast);
        }
        let fill = background.convert::<Oklab>().lerp_rect(color.convert(), FILL[theme]).convert();
        let shape_contrast = contrast(fill, background);
        if has_land && shape_contrast < MIN_SHAPE_CONTRAST {
            report(
                MIN_SHAPE_CONTRAST,
                "on the page background, as the map's regions are filled,",
                shape_contrast,
            );
        }
    }
}

/// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
pub fn contrast(one: OpaqueColor<Srgb>, other: OpaqueColor<Srgb>) -> f32 {
    let [one, other] = [one, other].map(|color| color.relative_luminance() + 0.05);
    one.max(other) / one.min(other)
}

fn alike(one: [OpaqueColor<Srgb>; 2], other: [OpaqueColor<Srgb>; 2]) -> bool {
    one.into_iter()
        .zip(other)
        .any(|(one, other)| one.convert::<Oklab>().difference(other.convert()) < MIN_DIFFERENCE)
}

fn rgb(colors: [&str; 2]) -> Option<[OpaqueColor<Srgb>; 2]> {
    Some([srgb(colors[0])?, srgb(colors[1])?])
}

/// Parses an opaque CSS colour, and clips it to sRGB. `None` for any other text.
pub fn srgb(css: &str) -> Option<OpaqueColor<Srgb>> {
    let color = parse_color(css).ok()?.to_alpha_color::<Srgb>();
    let [red, green, blue, alpha] = color.components;
    (alpha >= 1.0).then(|| OpaqueColor::new([red, green, blue].map(|part| part.clamp(0.0, 1.0))))
}
