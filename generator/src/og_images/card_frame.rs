//! Draws the parts that every card has: the route, the header and the footer.

use chuhai::content::{Section, SectionRef, Verdict};

use super::fonts::FontRole;
use super::layout::{CardCanvas, text_box};
use super::svg_canvas::{HEIGHT, WIDTH};
use super::text_fit::{FittedText, StyledText, TextBox};
use super::tokens::ColorTokens;

/// The x coordinate of the route.
const ROUTE: f32 = 76.0;
/// The left edge of text.
pub(super) const LEFT: f32 = 144.0;
/// The right edge of text.
pub(super) const RIGHT: f32 = WIDTH as f32 - 72.0;
pub(super) const HEADER_BASELINE: f32 = 92.0;
/// The y coordinate of the rule above the footer.
pub(super) const RULE: f32 = 520.0;
const FOOTER_BASELINE: f32 = 574.0;
/// The size of labels.
const LABEL: u16 = 30;
/// The smallest size that labels may shrink to.
const SMALLEST: f32 = 25.0;
/// The gap between unrelated parts of a line.
const GAP: f32 = 40.0;
/// The gap between related parts of a line.
const SPACE: f32 = 14.0;
/// The diameter of the verdict's disc.
const VERDICT_DISC: f32 = 26.0;

/// The footer's texts.
#[derive(Default)]
pub(super) struct Footer<'a> {
    /// The name at the left edge.
    pub(super) name: Option<StyledText<'a>>,
    /// The name in its own script. Left out if there is no space.
    pub(super) script: Option<StyledText<'a>>,
    /// The label at the right edge.
    pub(super) label: Option<StyledText<'a>>,
    /// The verdict with its disc, after the label. A fact that cannot be checked has its kind without a disc.
    pub(super) verdict: Option<(StyledText<'a>, Option<Verdict>)>,
}

impl CardCanvas<'_> {
    /// Draws the header: the section's short name and the publication's name.
    pub(super) fn header(&mut self, section: &Section, color: &str) {
        let short_name = self.styled("short name", FontRole::Strong, &section.short_name);
        // Leaves space for the publication's name.
        let text_box = TextBox { width: (RIGHT - LEFT) * 0.6, ..text_box(0.0, LABEL..=LABEL) };
        if let Some(fitted) = self.canvas.fit(short_name, &text_box) {
            self.canvas.text(&fitted, (LEFT, HEADER_BASELINE), color);
        }
        self.publication();
    }

    /// Draws the publication's name in both scripts.
    pub(super) fn publication(&mut self) {
        let ui = &self.story.ui;
        let name = self.fit("publication's name", FontRole::Strong, &ui.site_name, 0.0, LABEL..=LABEL);
        let script = ui.site_native_name_language.as_deref().zip(ui.site_native_name.as_deref());
        let script = script.and_then(|(lang, text)| {
            let script = StyledText { name: "publication's name", role: FontRole::Label, lang, text };
            self.canvas.fit(script, &text_box(0.0, LABEL..=LABEL))
        });
        let Some(name) = name else { return };
        let second = script.as_ref().map_or(RIGHT + 12.0, |script| RIGHT - script.width());
        if let Some(script) = script {
            self.canvas.text(&script, (second, HEADER_BASELINE), &self.colors.text);
        }
        self.canvas.text(&name, (second - 12.0 - name.width(), HEADER_BASELINE), &self.colors.text);
    }

    /// Draws the footer under its rule.
    pub(super) fn footer(&mut self, footer: Footer<'_>, color: &str) {
        let ColorTokens { text, muted, border, .. } = self.colors;
        let (width, bar) = (RIGHT - LEFT, RULE - 2.0);
        self.canvas.element(format_args!(
            "rect x=\"{LEFT}\" y=\"{RULE}\" width=\"{width}\" height=\"2\" fill=\"{border}\""
        ));
        self.canvas.element(format_args!(
            "rect x=\"{LEFT}\" y=\"{bar}\" width=\"96\" height=\"6\" fill=\"{color}\""
        ));

        let mut set = |words: Option<StyledText<'_>>| {
            words.map_or(Some(FittedText::default()), |words| {
                self.canvas.fit(words, &text_box(0.0, LABEL..=LABEL))
            })
        };
        let parts = (
            set(footer.name),
            set(footer.script),
            set(footer.label),
            set(footer.verdict.map(|(words, _)| words)),
        );
        let (Some(name), Some(script), Some(label), Some(said)) = parts else { return };
        let disc = match footer.verdict {
            Some((_, Some(_))) => VERDICT_DISC + SPACE + GAP,
            Some((_, None)) => GAP,
            None => 0.0,
        };
        let free = width - GAP - disc;
        let min_scale = SMALLEST / f32::from(LABEL);
        let (mut name, mut label) = (name, label);
        if (name.width() + label.width() + said.width()) * min_scale > free {
            // Shortens the label down to its share, then the name.
            let shared = free / min_scale - said.width();
            label = self.shortened(footer.label, label, shared * 0.45);
            name = self.shortened(footer.name, name, shared - label.width());
        }
        let needed = name.width() + label.width() + said.width();
        let scale = (free / needed).min(1.0);
        let [name, label, said] = [name, label, said].map(|part| part.scaled(scale));
        self.canvas.text(&name, (LEFT, FOOTER_BASELINE), text);
        // A long name in its own script may be left out, because the glossary has it too.
        if needed + SPACE + script.width() <= free {
            self.canvas.text(&script, (LEFT + name.width() + SPACE, FOOTER_BASELINE), muted);
        }
        self.canvas.text(&said, (RIGHT - said.width(), FOOTER_BASELINE), muted);
        if let Some((_, Some(verdict))) = footer.verdict {
            self.verdict_disc(verdict, RIGHT - said.width() - SPACE - VERDICT_DISC);
        }
        self.canvas.text(&label, (RIGHT - said.width() - disc - label.width(), FOOTER_BASELINE), muted);
    }

    /// Refits a part of the footer that is wider than `width`.
    fn shortened(&mut self, words: Option<StyledText<'_>>, fitted: FittedText, width: f32) -> FittedText {
        match words {
            Some(words) if fitted.width() > width => {
                let text_box = TextBox { width, ..text_box(0.0, LABEL..=LABEL) };
                self.canvas.fit(words, &text_box).unwrap_or_default()
            }
            _ => fitted,
        }
    }

    /// Draws the verdict's icon, as pages do: a full, half, empty or crossed disc.
    fn verdict_disc(&mut self, verdict: Verdict, left: f32) {
        let muted = &self.colors.muted;
        let (x, y, radius) = (left + VERDICT_DISC / 2.0, FOOTER_BASELINE - 10.5, VERDICT_DISC / 2.0 - 1.5);
        let fill = if verdict == Verdict::Confirmed { muted.as_str() } else { "none" };
        self.canvas.element(format_args!(
            "circle cx=\"{x:.2}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{muted}\" stroke-width=\"3\""
        ));
        match verdict {
            Verdict::Confirmed | Verdict::Unverified => {}
            Verdict::PartlyConfirmed => self.canvas.element(format_args!(
                "path d=\"M{x:.2} {}a{radius} {radius} 0 0 0 0 {}z\" fill=\"{muted}\"",
                y - radius,
                radius * 2.0
            )),
            Verdict::Contradicted => {
                // From the upper left to the lower right of the circle.
                let reach = radius * std::f32::consts::FRAC_1_SQRT_2;
                self.canvas.element(format_args!(
                    "path d=\"M{0:.2} {1:.2}l{2:.2} {2:.2}\" stroke=\"{muted}\" stroke-width=\"4\"",
                    x - reach,
                    y - reach,
                    reach * 2.0
                ));
            }
        }
    }

    /// Draws the route, with a port for each section and the current one in its colour.
    pub(super) fn route(&mut self, here: Option<SectionRef>) {
        let ColorTokens { accent, background, .. } = self.colors;
        self.canvas.element(format_args!(
            "path d=\"M{ROUTE} 0V{HEIGHT}\" stroke=\"{accent}\" stroke-opacity=\"0.55\" stroke-width=\"5\" \
             stroke-linecap=\"round\" stroke-dasharray=\"0 12\""
        ));
        let (first, last) = (HEADER_BASELINE - 10.0, FOOTER_BASELINE - 10.0);
        let step = (last - first) / (self.story.sections.len().max(2) - 1) as f32;
        for (index, (section, port)) in self.story.sections().enumerate() {
            let y = first + step * index as f32;
            let (radius, width, color) = match here {
                None => (12, 6, self.colors.section(&port.id)),
                Some(here) if here == section => (15, 7, self.colors.section(&port.id)),
                Some(_) => (6, 3, accent.as_str()),
            };
            self.canvas.element(format_args!(
                "circle cx=\"{ROUTE}\" cy=\"{y:.2}\" r=\"{radius}\" fill=\"{background}\" stroke=\"{color}\" \
                 stroke-width=\"{width}\""
            ));
        }
    }
}
