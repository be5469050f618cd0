//! What each picture shows, and where. Knows the story and its pages; nothing of files or pixels.

use std::ops::RangeInclusive;

use chuhai::content::text::plain;
use chuhai::content::{Fact, Figure, Qualifier, SectionRef, Story};
use chuhai::routes::Page;
use chuhai::template::fill;

use super::colours::Colours;
use super::fit::{Fitted, Room, UiText};
use super::fonts::{Fonts, Voice};
use super::frame::{Foot, HEAD, LEFT, RIGHT, RULE};
use super::sheet::Sheet;

/// What stands between head and rule keeps this far from both.
const AIR: f32 = 44.0;
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
        Page::Section(at) => easel.section(at),
        Page::Fact(at) => easel.fact(&story[at]),
        Page::Facts => easel.facts(),
        // No other page has a picture of its own.
        _ => easel.story(),
    }
    easel.sheet.finish()
}

/// What is at hand while a picture is drawn.
pub(super) struct Easel<'a> {
    /// Whose pages are drawn.
    pub(super) story: &'a Story,
    /// What they are drawn in.
    pub(super) colours: &'a Colours,
    /// What they are drawn on.
    pub(super) sheet: Sheet<'a>,
}

impl<'a> Easel<'a> {
    fn story(&mut self) {
        let story = self.story;
        self.route(None);
        self.publication();
        let title = self.display("title", &story.title, 170.0, 80..=148);
        let standfirst = self.running(&plain(&story.standfirst), 230.0);
        self.stack(title, standfirst, RULE - AIR);
        let cards = self.cards(story.card_count());
        let cards = self.words("count of cards", Voice::Label, &cards);
        self.foot(Foot { label: Some(cards), ..Foot::default() }, &self.colours.sea);
    }

    fn facts(&mut self) {
        let story = self.story;
        let words = &story.ui.facts;
        self.route(None);
        self.publication();
        let title = self.display("title", &words.title, 170.0, 80..=148);
        let lead = self.running(&words.lead, 230.0);
        self.stack(title, lead, RULE - AIR);
        let count = fill(&words.all, &[("total", &story.facts_in_order().count().to_string())]);
        let count = self.words("count of facts", Voice::Label, &count);
        let name = self.words("story's title", Voice::Figure, &story.title);
        self.foot(Foot { name: Some(name), label: Some(count), ..Foot::default() }, &self.colours.sea);
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
        let cards = self.cards(total);
        let title = self.words("story's title", Voice::Figure, &story.title);
        let cards = (total > 0).then(|| self.words("count of cards", Voice::Label, &cards));
        self.foot(Foot { name: Some(title), label: cards, ..Foot::default() }, colour);
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
                // Two large lines are calmer than three that are a little larger.
                let title = self.words("title", Voice::Display, &fact.title);
                let two = self.sheet.fits(title, &Room { leading: 1.1, ..room(204.0, 78..=92) });
                let height = RULE - HEAD - 2.0 * AIR;
                let title = two.or_else(|| self.display("title", &fact.title, height, 64..=92));
                self.stack(title, None, RULE - AIR);
            }
        }
        let entity = fact.entities.first().map(|entity| &story[*entity]);
        let name = self.words("entity", Voice::Figure, entity.map_or("", |entity| &entity.name));
        // The first by language tag, so that the name that a place itself uses comes before the Chinese one.
        let script = entity.and_then(|entity| entity.scripts.iter().next());
        let script = script.map(|(lang, text)| UiText { name: "entity", voice: Voice::Label, lang, text });
        let when = fact.when.clone().unwrap_or_else(|| story.ui.date(fact.date));
        let when = self.words("time", Voice::Label, &when);
        let verdict = Some((self.words("verdict", Voice::Label, story.ui.verdict_of(fact)), fact.verdict));
        self.foot(Foot { name: Some(name), script, label: Some(when), verdict }, colour);
    }

    /// The figure with its qualifier above and its unit below, and the title.
    fn figure(&mut self, figure: &Figure, title: &str, colour: &str) {
        let limit = figure.qualifier.map(Qualifier::word).filter(|word| figure.text.starts_with(word));
        let limit = limit.unwrap_or_default();
        let number = figure.text.strip_prefix(limit).unwrap_or(&figure.text).trim_start();
        let unit = self.fit("unit", Voice::Label, &figure.unit, 0.0, 30..=38);
        // One line leaves the figure more air; a long title takes two, and some of the figure's height.
        let title = self.words("title", Voice::Display, title);
        let one = self.sheet.fits(title, &room(0.0, 42..=54));
        let most = if one.is_none() {
            148
        } else if limit.is_empty() {
            208
        } else {
            168
        };
        let title = one.or_else(|| self.sheet.fit(title, &Room { leading: 1.15, ..room(116.0, 42..=50) }));
        let limit = self.fit("qualifier", Voice::Figure, limit, 0.0, 42..=42);
        let number = self.fit("figure", Voice::Figure, number, 0.0, 96..=most);
        let (Some(limit), Some(number), Some(unit), Some(title)) = (limit, number, unit, title) else {
            return;
        };

        let last = RULE - AIR;
        let first = last - title.leading * (title.lines.len() - 1) as f32;
        self.sheet.set(&title, (LEFT, first), &self.colours.ink);

        let above = if limit.lines.is_empty() { 0.0 } else { limit.size * CAPITAL + 36.0 };
        // Low enough for what hangs from the figure: a comma, a `y`.
        let below = number.size * 0.2 + unit.size * CAPITAL + 12.0;
        let height = above + number.size * CAPITAL + below;
        let free = first - title.size * CAPITAL - HEAD - height;
        let top = HEAD + free * 0.5;
        self.sheet.set(&limit, (LEFT, top + limit.size * CAPITAL), colour);
        let baseline = top + above + number.size * CAPITAL;
        // Large letters stand further from their edge than small ones.
        self.sheet.set(&number, (LEFT - number.size * 0.035, baseline), colour);
        self.sheet.set(&unit, (LEFT, baseline + below), &self.colours.soft);
    }

    /// A title, and a text under it, in the middle between the head and `bottom`.
    fn stack(&mut self, title: Option<Fitted>, text: Option<Fitted>, bottom: f32) {
        let Some(title) = title else { return };
        let rest = |words: &Fitted| words.leading * (words.lines.len() - 1) as f32;
        let gap = text.as_ref().map_or(0.0, |text| title.size * 0.3 + text.leading);
        let height = title.size * CAPITAL + rest(&title) + gap + text.as_ref().map_or(0.0, rest);
        let top = HEAD + AIR / 2.0;
        let first = top + (bottom - top - height) / 2.0 + title.size * CAPITAL;
        self.sheet.set(&title, (LEFT - title.size * 0.03, first), &self.colours.ink);
        if let Some(text) = text {
            self.sheet.set(&text, (LEFT, first + rest(&title) + gap), &self.colours.soft);
        }
    }

    fn cards(&self, total: usize) -> String {
        fill(&self.story.ui.cards, &[("total", &total.to_string())])
    }

    fn display(&mut self, name: &str, text: &str, height: f32, sizes: RangeInclusive<u16>) -> Option<Fitted> {
        let room = Room { leading: 1.1, ..room(height, sizes) };
        self.sheet.fit(self.words(name, Voice::Display, text), &room)
    }

    fn running(&mut self, text: &str, height: f32) -> Option<Fitted> {
        let room = Room { leading: 1.35, ..room(height, 30..=38) };
        self.sheet.fit(self.words("standfirst", Voice::Text, text), &room)
    }

    /// Fits words of the story's language.
    pub(super) fn fit(
        &mut self,
        name: &str,
        voice: Voice,
        text: &str,
        height: f32,
        sizes: RangeInclusive<u16>,
    ) -> Option<Fitted> {
        self.sheet.fit(self.words(name, voice, text), &room(height, sizes))
    }

    /// UiText of the story's language.
    pub(super) fn words<'w>(&self, name: &'w str, voice: Voice, text: &'w str) -> UiText<'w>
    where
        'a: 'w,
    {
        UiText { name, voice, lang: &self.story.ui.language, text }
    }
}

/// Room from the first to the last edge of words; without height, for one line.
pub(super) fn room(height: f32, sizes: RangeInclusive<u16>) -> Room {
    Room { width: RIGHT - LEFT, height, leading: 1.2, sizes }
}
