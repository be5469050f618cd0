//! What stands around every picture: the route, the first line and the last. Knows nothing of what is between them.

use chuhai::content::{Section, SectionRef, Verdict};

use super::colours::Colours;
use super::design::{Easel, room};
use super::fit::{Fitted, UiText};
use super::fonts::Voice;
use super::sheet::{HEIGHT, WIDTH};

/// Where the route runs, from top to bottom.
const ROUTE: f32 = 76.0;
/// Where words start.
pub(super) const LEFT: f32 = 144.0;
/// Where words end.
pub(super) const RIGHT: f32 = WIDTH as f32 - 72.0;
/// The baseline of the first line.
pub(super) const HEAD: f32 = 92.0;
/// The thin rule above the last line.
pub(super) const RULE: f32 = 520.0;
/// The baseline of the last line.
const FOOT: f32 = 574.0;
/// The size of labels, and the least that they may shrink to: a third of it, in a list of messages, can still be read.
const LABEL: u16 = 30;
const SMALLEST: f32 = 25.0;
/// Between parts of a line that have nothing to do with each other, and between those that have.
const GAP: f32 = 40.0;
const SPACE: f32 = 14.0;
/// How wide the mark of a verdict is.
const MARK: f32 = 44.0;

/// The last line.
#[derive(Default)]
pub(super) struct Foot<'a> {
    /// A name, at the left.
    pub(super) name: Option<UiText<'a>>,
    /// The name in its own script, where there is room.
    pub(super) script: Option<UiText<'a>>,
    /// A label, at the right.
    pub(super) label: Option<UiText<'a>>,
    /// The verdict after it, with its mark; the kind without one, for what cannot be checked.
    pub(super) verdict: Option<(UiText<'a>, Option<Verdict>)>,
}

impl Easel<'_> {
    /// The region, and the publication.
    pub(super) fn head(&mut self, section: &Section, colour: &str) {
        if let Some(region) = self.fit("region", Voice::Figure, &section.region, 0.0, LABEL..=LABEL) {
            self.sheet.set(&region, (LEFT, HEAD), colour);
        }
        self.publication();
    }

    /// The publication's name, in both of its scripts.
    pub(super) fn publication(&mut self) {
        let words = &self.story.ui;
        let name = self.fit("publication's name", Voice::Figure, &words.site, 0.0, LABEL..=LABEL);
        let (lang, text) = (&words.site_script_language, &words.site_script);
        let script = UiText { name: "publication's name", voice: Voice::Label, lang, text };
        let script = self.sheet.fit(script, &room(0.0, LABEL..=LABEL));
        let (Some(name), Some(script)) = (name, script) else { return };
        let second = RIGHT - script.width();
        self.sheet.set(&script, (second, HEAD), &self.colours.ink);
        self.sheet.set(&name, (second - 12.0 - name.width(), HEAD), &self.colours.ink);
    }

    /// The last line under its rule.
    pub(super) fn foot(&mut self, foot: Foot<'_>, colour: &str) {
        let Colours { ink, soft, rule, .. } = self.colours;
        let (width, bar) = (RIGHT - LEFT, RULE - 2.0);
        self.sheet.element(format_args!(
            "rect x=\"{LEFT}\" y=\"{RULE}\" width=\"{width}\" height=\"2\" fill=\"{rule}\""
        ));
        self.sheet.element(format_args!(
            "rect x=\"{LEFT}\" y=\"{bar}\" width=\"96\" height=\"6\" fill=\"{colour}\""
        ));

        let mut set = |words: Option<UiText<'_>>| {
            words.map_or(Some(Fitted::default()), |words| self.sheet.fit(words, &room(0.0, LABEL..=LABEL)))
        };
        let parts =
            (set(foot.name), set(foot.script), set(foot.label), set(foot.verdict.map(|(words, _)| words)));
        let (Some(name), Some(script), Some(label), Some(said)) = parts else { return };
        let mark = match foot.verdict {
            Some((_, Some(_))) => MARK + SPACE + GAP,
            Some((_, None)) => GAP,
            None => 0.0,
        };
        let free = width - GAP - mark;
        let needed = name.width() + label.width() + said.width();
        let scale = (free / needed).min(1.0);
        if scale * f32::from(LABEL) < SMALLEST {
            let text = [foot.name, foot.label].map(|words| words.map_or("", |words| words.text)).join(" ");
            self.sheet.flaw(format!("its last line is too long for {width} px in size {SMALLEST}: `{text}`"));
        }
        let [name, label, said] = [name, label, said].map(|part| part.scaled(scale));
        self.sheet.set(&name, (LEFT, FOOT), ink);
        // Every name is in the glossary too: where one is long, it will do.
        if needed + SPACE + script.width() <= free {
            self.sheet.set(&script, (LEFT + name.width() + SPACE, FOOT), soft);
        }
        self.sheet.set(&said, (RIGHT - said.width(), FOOT), soft);
        if let Some((_, Some(verdict))) = foot.verdict {
            self.mark(verdict, RIGHT - said.width() - SPACE - MARK);
        }
        self.sheet.set(&label, (RIGHT - said.width() - mark - label.width(), FOOT), soft);
    }

    /// The verdict to the eye, as cards have it: a box that is full, half full, empty or crossed out.
    fn mark(&mut self, verdict: Verdict, left: f32) {
        let soft = &self.colours.soft;
        let (top, height) = (FOOT - 17.0, 13.0);
        self.sheet.element(format_args!(
            "rect x=\"{left:.2}\" y=\"{top}\" width=\"{MARK}\" height=\"{height}\" fill=\"none\" \
             stroke=\"{soft}\" stroke-width=\"2\""
        ));
        let filled = match verdict {
            Verdict::Confirmed => MARK,
            Verdict::PartlyConfirmed => MARK / 2.0,
            Verdict::Unverified => return,
            Verdict::Contradicted => {
                self.sheet.element(format_args!(
                    "path d=\"M{left:.2} {}l{MARK}-{height}\" stroke=\"{soft}\" stroke-width=\"2\"",
                    top + height
                ));
                return;
            }
        };
        self.sheet.element(format_args!(
            "rect x=\"{left:.2}\" y=\"{top}\" width=\"{filled}\" height=\"{height}\" fill=\"{soft}\""
        ));
    }

    /// The route from port to port: a port for every section, this one's in its colour.
    pub(super) fn route(&mut self, here: Option<SectionRef>) {
        let Colours { sea, paper, .. } = self.colours;
        self.sheet.element(format_args!(
            "path d=\"M{ROUTE} 0V{HEIGHT}\" stroke=\"{sea}\" stroke-opacity=\"0.55\" stroke-width=\"5\" \
             stroke-linecap=\"round\" stroke-dasharray=\"0 12\""
        ));
        let (first, last) = (HEAD - 10.0, FOOT - 10.0);
        let step = (last - first) / (self.story.sections.len().max(2) - 1) as f32;
        for (at, (section, port)) in self.story.sections().enumerate() {
            let y = first + step * at as f32;
            let (radius, width, colour) = match here {
                None => (12, 6, self.colours.region(&port.id)),
                Some(here) if here == section => (15, 7, self.colours.region(&port.id)),
                Some(_) => (6, 3, sea.as_str()),
            };
            self.sheet.element(format_args!(
                "circle cx=\"{ROUTE}\" cy=\"{y:.2}\" r=\"{radius}\" fill=\"{paper}\" stroke=\"{colour}\" \
                 stroke-width=\"{width}\""
            ));
        }
    }
}
