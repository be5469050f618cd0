//! What each picture shows, and where. Knows the story and its pages; nothing of files or pixels.

use std::ops::RangeInclusive;

use chuhai::pages::Page;
use chuhai::story::text::plain;
use chuhai::story::words::fill;
use chuhai::story::{Confidence, Fact, Figure, Qualifier, Section, SectionRef, Story};

use super::colours::Colours;
use super::fit::{Fitted, Room, Words};
use super::fonts::{Fonts, Voice};
use super::sheet::{HEIGHT, Sheet, WIDTH};

/// Where the route runs, from top to bottom.
const ROUTE: f32 = 76.0;
/// Where words start and where they end.
const LEFT: f32 = 144.0;
const RIGHT: f32 = WIDTH as f32 - 72.0;
/// The baselines of the first and the last line, and the thin rule above the last.
const HEAD: f32 = 92.0;
const RULE: f32 = 520.0;
const FOOT: f32 = 574.0;
/// What stands between head and rule keeps this far from both.
const AIR: f32 = 44.0;
/// The size of labels: a third of it, in a list of messages, can still be read.
const LABEL: u16 = 30;
/// How high capitals and figures are, in units of the letters' size.
const CAPITAL: f32 = 0.66;

/// Draws one page's picture as SVG.
///
/// # Errors
///
/// Everything that is wrong with its words.
pub(super) fn picture(
    page: Page,
    story: &Story,
    fonts: &Fonts,
    colours: &Colours,
) -> Result<String, Vec<String>> {
    let mut easel = Easel { story, colours, sheet: Sheet::new(fonts, &colours.paper) };
    match page {
        Page::Story | Page::NotFound => easel.story(),
        Page::Section(at) => easel.section(at),
        Page::Fact(at) => easel.fact(&story[at]),
    }
    easel.sheet.finish()
}

/// What is at hand while a picture is drawn.
struct Easel<'a> {
    story: &'a Story,
    colours: &'a Colours,
    sheet: Sheet<'a>,
}

impl<'a> Easel<'a> {
    fn story(&mut self) {
        let story = self.story;
        self.route(None);
        self.publication();
        let title = self.display("title", &story.title, 200.0, 96..=184);
        let standfirst = self.running(&plain(&story.standfirst), 240.0);
        self.stack(title, standfirst, FOOT);
    }

    fn section(&mut self, at: SectionRef) {
        let story = self.story;
        let section = &story[at];
        let colour = self.colours.region(&section.id);
        self.route(Some(at));
        self.head(section, colour);
        let title = self.display("title", &section.title, 240.0, 68..=116);
        let standfirst = self.running(&plain(&section.standfirst), 150.0);
        self.stack(title, standfirst, RULE - AIR);
        let total = section.cards.len();
        let cards = fill(&story.words.cards, &[("total", &total.to_string())]);
        let title = self.words("story's title", Voice::Figure, &story.title);
        let cards = (total > 0).then(|| self.words("count of cards", Voice::Label, &cards));
        self.foot(title, None, cards, None, colour);
    }

    fn fact(&mut self, fact: &Fact) {
        let story = self.story;
        let section = &story[fact.section];
        let colour = self.colours.region(&section.id);
        self.route(Some(fact.section));
        self.head(section, colour);
        match &fact.figure {
            Some(figure) => self.figure(figure, &fact.title, colour),
            None => {
                let title = self.display("title", &fact.title, RULE - HEAD - 2.0 * AIR, 64..=104);
                self.stack(title, None, RULE - AIR);
            }
        }
        let entity = fact.entities.first().map(|entity| &story[*entity]);
        let name = self.words("entity", Voice::Figure, entity.map_or("", |entity| &entity.name));
        // The first by language tag, so that the name that a place itself uses comes before the Chinese one.
        let script = entity.and_then(|entity| entity.scripts.iter().next());
        let script = script.map(|(lang, text)| Words { name: "entity", voice: Voice::Label, lang, text });
        let when = fact.when.clone().unwrap_or_else(|| story.words.date(fact.as_of));
        let when = Some(self.words("time", Voice::Label, &when));
        self.foot(name, script, when, Some(fact.confidence), colour);
    }

    /// The figure with its qualifier above and its unit below, and the title.
    fn figure(&mut self, figure: &Figure, title: &str, colour: &str) {
        let limit = figure.qualifier.map(Qualifier::word).filter(|word| figure.text.starts_with(word));
        let limit = limit.unwrap_or_default();
        let number = figure.text.strip_prefix(limit).unwrap_or(&figure.text).trim_start();
        let limit = self.fit("qualifier", Voice::Figure, limit, 0.0, 42..=42);
        let number = self.fit("figure", Voice::Figure, number, 0.0, 96..=176);
        let unit = self.fit("unit", Voice::Label, &figure.unit, 0.0, 30..=38);
        let title = self.display("title", title, 132.0, 44..=56);
        let (Some(limit), Some(number), Some(unit), Some(title)) = (limit, number, unit, title) else { return };

        let last = RULE - AIR;
        let first = last - title.leading * (title.lines.len() - 1) as f32;
        self.sheet.set(&title, (LEFT, first), &self.colours.ink);

        let above = if limit.lines.is_empty() { 0.0 } else { limit.size * CAPITAL + 24.0 };
        let below = unit.size + 20.0;
        let height = above + number.size * CAPITAL + below;
        let free = first - title.size * CAPITAL - HEAD - height;
        let top = HEAD + free * 0.5;
        self.sheet.set(&limit, (LEFT, top + limit.size * CAPITAL), colour);
        let baseline = top + above + number.size * CAPITAL;
        // Large letters stand further from their edge than small ones.
        self.sheet.set(&number, (LEFT - number.size * 0.045, baseline), colour);
        self.sheet.set(&unit, (LEFT, baseline + below - 4.0), &self.colours.soft);
    }

    /// A title, and a text under it, in the middle between the head and `bottom`.
    fn stack(&mut self, title: Option<Fitted>, text: Option<Fitted>, bottom: f32) {
        let Some(title) = title else { return };
        let rest = |words: &Fitted| words.leading * (words.lines.len() - 1) as f32;
        let gap = text.as_ref().map_or(0.0, |text| title.size * 0.3 + text.leading);
        let height = title.size * CAPITAL + rest(&title) + gap + text.as_ref().map_or(0.0, rest);
        let first = HEAD + AIR / 2.0 + (bottom - HEAD - AIR / 2.0 - height) / 2.0 + title.size * CAPITAL;
        self.sheet.set(&title, (LEFT - title.size * 0.03, first), &self.colours.ink);
        if let Some(text) = text {
            self.sheet.set(&text, (LEFT, first + rest(&title) + gap), &self.colours.soft);
        }
    }

    /// The region, and the publication.
    fn head(&mut self, section: &Section, colour: &str) {
        if let Some(region) = self.fit("region", Voice::Figure, &section.region, 0.0, LABEL..=LABEL) {
            self.sheet.set(&region, (LEFT, HEAD), colour);
        }
        self.publication();
    }

    fn publication(&mut self) {
        let words = &self.story.words;
        let name = self.fit("publication's name", Voice::Figure, &words.site, 0.0, LABEL..=LABEL);
        let script = Words {
            name: "publication's name",
            voice: Voice::Label,
            lang: &words.site_script_language,
            text: &words.site_script,
        };
        let script = self.sheet.fit(script, &room(0.0, LABEL..=LABEL));
        let (Some(name), Some(script)) = (name, script) else { return };
        let second = RIGHT - script.width();
        self.sheet.set(&script, (second, HEAD), &self.colours.ink);
        self.sheet.set(&name, (second - 12.0 - name.width(), HEAD), &self.colours.ink);
    }

    /// The last line under its rule: a name at the left, a label and how sure we are at the right.
    fn foot(
        &mut self,
        name: Words<'_>,
        script: Option<Words<'_>>,
        label: Option<Words<'_>>,
        confidence: Option<Confidence>,
        colour: &str,
    ) {
        let Colours { ink, soft, rule, .. } = self.colours;
        self.sheet.element(format_args!(
            "rect x=\"{LEFT}\" y=\"{RULE}\" width=\"{}\" height=\"2\" fill=\"{rule}\"",
            RIGHT - LEFT
        ));
        self.sheet.element(format_args!(
            "rect x=\"{LEFT}\" y=\"{}\" width=\"96\" height=\"6\" fill=\"{colour}\"",
            RULE - 2.0
        ));
        let one = room(0.0, LABEL..=LABEL);
        let mut right = RIGHT;
        if let Some(confidence) = confidence {
            let sure = self.words("confidence", Voice::Label, self.story.words.confidence(confidence));
            if let Some(sure) = self.sheet.fit(sure, &one) {
                right -= sure.width();
                self.sheet.set(&sure, (right, FOOT), soft);
                right -= 58.0;
                self.mark(confidence, right);
                right -= 40.0;
            }
        }
        if let Some(label) = label.and_then(|label| self.sheet.fit(label, &one)) {
            right -= label.width();
            self.sheet.set(&label, (right, FOOT), soft);
            right -= 40.0;
        }
        let Some(fitted) = self.sheet.fit(name, &one) else { return };
        let end = LEFT + fitted.width();
        if end > right {
            self.sheet.flaw(format!("its {} leaves no room for the rest of the last line: `{}`", name.name, name.text));
        }
        self.sheet.set(&fitted, (LEFT, FOOT), ink);
        let script = script.and_then(|script| self.sheet.fit(script, &one));
        // It is also in the glossary: where both names are long, one will do.
        if let Some(script) = script.filter(|script| end + 14.0 + script.width() <= right) {
            self.sheet.set(&script, (end + 14.0, FOOT), soft);
        }
    }

    /// How sure we are, to the eye, as cards have it.
    fn mark(&mut self, confidence: Confidence, left: f32) {
        let soft = &self.colours.soft;
        let sure = match confidence {
            Confidence::High => 1.0,
            Confidence::Medium => 0.6,
            Confidence::Low => 0.25,
            Confidence::Unchecked => 0.0,
        };
        let (top, width, height) = (FOOT - 17.0, 44.0, 13.0);
        self.sheet.element(format_args!(
            "rect x=\"{left:.2}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"none\" stroke=\"{soft}\" \
             stroke-width=\"2\""
        ));
        self.sheet.element(format_args!(
            "rect x=\"{left:.2}\" y=\"{top}\" width=\"{}\" height=\"{height}\" fill=\"{soft}\"",
            width * sure
        ));
    }

    /// The route from port to port: a port for every section, this one's in its colour.
    fn route(&mut self, here: Option<SectionRef>) {
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

    fn display(&mut self, name: &str, text: &str, height: f32, sizes: RangeInclusive<u16>) -> Option<Fitted> {
        let room = Room { leading: 1.1, ..room(height, sizes) };
        self.sheet.fit(self.words(name, Voice::Display, text), &room)
    }

    fn running(&mut self, text: &str, height: f32) -> Option<Fitted> {
        let room = Room { leading: 1.35, ..room(height, 30..=38) };
        self.sheet.fit(self.words("standfirst", Voice::Text, text), &room)
    }

    fn fit(&mut self, name: &str, voice: Voice, text: &str, height: f32, sizes: RangeInclusive<u16>) -> Option<Fitted> {
        self.sheet.fit(self.words(name, voice, text), &room(height, sizes))
    }

    fn words<'w>(&self, name: &'w str, voice: Voice, text: &'w str) -> Words<'w>
    where
        'a: 'w,
    {
        Words { name, voice, lang: &self.story.words.language, text }
    }
}

/// Room from the first to the last edge of words; without height, for one line.
fn room(height: f32, sizes: RangeInclusive<u16>) -> Room {
    Room { width: RIGHT - LEFT, height, leading: 1.2, sizes }
}
