//! Lays out the card of each page.

use std::ops::RangeInclusive;

use chuhai::content::text::plain;
use chuhai::content::{Fact, Figure, Map, SectionRef, Story};
use chuhai::pages::ImageContent;

use super::card_frame::{Footer, HEADER_BASELINE, LEFT, RIGHT, RULE};
use super::fonts::{FontRole, Fonts};
use super::map_band::BAND;
use super::svg_canvas::SvgCanvas;
use super::text_fit::{FittedText, MissingLetters, StyledText, TextBox};
use super::tokens::ColorTokens;

/// The distance of the content from the header and from the footer's rule.
const CONTENT_MARGIN: f32 = 44.0;
/// The left edge of the title above the map, where there is no route.
const MAP_LEFT: f32 = 72.0;
/// The cap height, in units of the font size.
const CAP_HEIGHT: f32 = 0.66;

/// Draws the image of a page as SVG.
///
/// # Errors
///
/// Every problem with its texts.
pub(super) fn render(
    content: &ImageContent,
    story: &Story,
    fonts: &Fonts,
    colors: &ColorTokens,
) -> Result<String, Vec<MissingLetters>> {
    let mut card = CardCanvas { story, colors, canvas: SvgCanvas::new(fonts, &colors.background, None) };
    match content {
        ImageContent::Story => card.story(),
        ImageContent::Section(section) => card.section(*section),
        ImageContent::Fact(fact) => card.fact(&story[*fact]),
        ImageContent::Text { title, lead, label } => card.texts(title, lead, label),
    }
    card.canvas.finish()
}

/// A card while it is drawn.
pub(super) struct CardCanvas<'a> {
    pub(super) story: &'a Story,
    pub(super) colors: &'a ColorTokens,
    pub(super) canvas: SvgCanvas<'a>,
}

impl<'a> CardCanvas<'a> {
    fn story(&mut self) {
        let story = self.story;
        if let Some(map) = &story.map {
            return self.story_with_map(map);
        }
        self.route(None);
        self.publication();
        let (title, standfirst) =
            self.title_and_text(&story.title, &plain(&story.standfirst), [170.0, 230.0], 80..=148);
        self.stack(title, standfirst, RULE - CONTENT_MARGIN);
        let cards = story.ui.card_count_text(story.card_count());
        let cards = self.styled("count of cards", FontRole::Label, &cards);
        self.footer(Footer { label: Some(cards), ..Footer::default() }, &self.colors.accent);
    }

    /// Draws the story's title above its map.
    fn story_with_map(&mut self, map: &Map) {
        self.map_band(map);
        self.publication();
        let title = self.styled("title", FontRole::Display, &self.story.title);
        let text_box = TextBox { width: RIGHT - MAP_LEFT, leading: 1.1, ..text_box(120.0, 40..=96) };
        let Some(title) = self.canvas.fit(title, &text_box) else { return };
        let first = BAND - CONTENT_MARGIN - title.leading * title.lines.len().saturating_sub(1) as f32;
        self.canvas.text(&title, (MAP_LEFT, first), &self.colors.text);
    }

    fn texts(&mut self, title: &str, lead: &str, label: &str) {
        let story = self.story;
        self.route(None);
        self.publication();
        let (title, lead) = self.title_and_text(title, lead, [170.0, 230.0], 80..=148);
        self.stack(title, lead, RULE - CONTENT_MARGIN);
        let label = self.styled("label", FontRole::Label, label);
        let name = self.styled("story's title", FontRole::Strong, &story.title);
        self.footer(
            Footer { name: Some(name), label: Some(label), ..Footer::default() },
            &self.colors.accent,
        );
    }

    fn section(&mut self, section_ref: SectionRef) {
        let story = self.story;
        let section = &story[section_ref];
        let color = self.colors.section(&section.id);
        self.route(Some(section_ref));
        self.header(section, color);
        let (title, standfirst) =
            self.title_and_text(&section.title, &plain(&section.standfirst), [240.0, 150.0], 68..=116);
        self.stack(title, standfirst, RULE - CONTENT_MARGIN);
        let total = section.cards.len();
        let cards = story.ui.card_count_text(total);
        let title = self.styled("story's title", FontRole::Strong, &story.title);
        let cards = (total > 0).then(|| self.styled("count of cards", FontRole::Label, &cards));
        self.footer(Footer { name: Some(title), label: cards, ..Footer::default() }, color);
    }

    fn fact(&mut self, fact: &Fact) {
        let story = self.story;
        let section = &story[fact.section];
        let color = self.colors.section(&section.id);
        self.route(Some(fact.section));
        self.header(section, color);
        match &fact.figure {
            Some(figure) => self.figure(figure, &fact.title, color),
            None => {
                // Prefers two lines to three slightly larger ones.
                let title = self.styled("title", FontRole::Display, &fact.title);
                let two = self.canvas.try_fit(title, &TextBox { leading: 1.1, ..text_box(204.0, 78..=92) });
                let height = RULE - HEADER_BASELINE - 2.0 * CONTENT_MARGIN;
                let title = two.or_else(|| self.fit_title("title", &fact.title, height, 64..=92));
                self.stack(title, None, RULE - CONTENT_MARGIN);
            }
        }
        let entity = fact.entities.first().map(|entity| &story[*entity]);
        let name = self.styled("entity", FontRole::Strong, entity.map_or("", |entity| &entity.name));
        // The first by language tag, so that a local name is preferred to the Chinese one.
        let script = entity.and_then(|entity| entity.scripts.iter().next());
        let script =
            script.map(|(lang, text)| StyledText { name: "entity", role: FontRole::Label, lang, text });
        let when = story.display_date(fact);
        let when = self.styled("time", FontRole::Label, &when);
        let verdict =
            Some((self.styled("verdict", FontRole::Label, story.ui.verdict_or_kind(fact)), fact.verdict));
        self.footer(Footer { name: Some(name), script, label: Some(when), verdict }, color);
    }

    /// Draws the figure with its qualifier above and its unit below, and the title.
    fn figure(&mut self, figure: &Figure, title: &str, color: &str) {
        let (limit, number) = self.story.ui.split_qualifier(figure);
        let unit = self.fit("unit", FontRole::Label, &figure.unit, 0.0, 30..=38);
        // A title of two lines reduces the figure's height.
        let title = self.styled("title", FontRole::Display, title);
        let one = self.canvas.try_fit(title, &text_box(0.0, 42..=54));
        let largest = if one.is_none() {
            148
        } else if limit.is_empty() {
            208
        } else {
            168
        };
        let title =
            one.or_else(|| self.canvas.fit(title, &TextBox { leading: 1.15, ..text_box(116.0, 42..=50) }));
        let limit = self.fit("qualifier", FontRole::Strong, &limit, 0.0, 42..=42);
        let number = self.fit("figure", FontRole::Strong, number, 0.0, 96..=largest);
        let (Some(limit), Some(number), Some(unit), Some(title)) = (limit, number, unit, title) else {
            return;
        };

        let last = RULE - CONTENT_MARGIN;
        let first = last - title.leading * title.lines.len().saturating_sub(1) as f32;
        self.canvas.text(&title, (LEFT, first), &self.colors.text);

        let above = if limit.lines.is_empty() { 0.0 } else { limit.size * CAP_HEIGHT + 36.0 };
        // Below descenders, such as that of a comma or `y`.
        let below = number.size * 0.2 + unit.size * CAP_HEIGHT + 12.0;
        let height = above + number.size * CAP_HEIGHT + below;
        let free = first - title.size * CAP_HEIGHT - HEADER_BASELINE - height;
        let top = HEADER_BASELINE + free * 0.5;
        self.canvas.text(&limit, (LEFT, top + limit.size * CAP_HEIGHT), color);
        let baseline = top + above + number.size * CAP_HEIGHT;
        // Compensates for the side bearing of large letters.
        self.canvas.text(&number, (LEFT - number.size * 0.035, baseline), color);
        self.canvas.text(&unit, (LEFT, baseline + below), &self.colors.muted);
    }

    /// Draws a title and a text below it, centred vertically between the header and `bottom`.
    fn stack(&mut self, title: Option<FittedText>, text: Option<FittedText>, bottom: f32) {
        let Some(title) = title else { return };
        let rest = |words: &FittedText| words.leading * words.lines.len().saturating_sub(1) as f32;
        let text = text.filter(|text| !text.lines.is_empty());
        let gap = text.as_ref().map_or(0.0, |text| title.size * 0.3 + text.leading);
        let height = title.size * CAP_HEIGHT + rest(&title) + gap + text.as_ref().map_or(0.0, rest);
        let top = HEADER_BASELINE + CONTENT_MARGIN / 2.0;
        let first = top + (bottom - top - height) / 2.0 + title.size * CAP_HEIGHT;
        self.canvas.text(&title, (LEFT - title.size * 0.03, first), &self.colors.text);
        if let Some(text) = text {
            self.canvas.text(&text, (LEFT, first + rest(&title) + gap), &self.colors.muted);
        }
    }

    fn fit_title(
        &mut self,
        name: &str,
        text: &str,
        height: f32,
        sizes: RangeInclusive<u16>,
    ) -> Option<FittedText> {
        let text_box = TextBox { leading: 1.1, ..text_box(height, sizes) };
        self.canvas.fit(self.styled(name, FontRole::Display, text), &text_box)
    }

    /// Fits a title and the text below it, each into its height. A long title gets the height that the text leaves.
    fn title_and_text(
        &mut self,
        title: &str,
        text: &str,
        [title_height, text_height]: [f32; 2],
        sizes: RangeInclusive<u16>,
    ) -> (Option<FittedText>, Option<FittedText>) {
        let text = self.fit_standfirst(text, text_height);
        let title = self.styled("title", FontRole::Display, title);
        let preferred = TextBox { leading: 1.1, ..text_box(title_height, sizes.clone()) };
        if let Some(fitted) = self.canvas.try_fit(title, &preferred) {
            return (Some(fitted), text);
        }
        let taken = text.as_ref().map_or(0.0, |text| text.leading * (text.lines.len() + 1) as f32);
        let height = (RULE - HEADER_BASELINE - 1.5 * CONTENT_MARGIN - taken).max(title_height);
        let rest = TextBox { leading: 1.1, ..text_box(height, 48..=*sizes.start()) };
        (self.canvas.fit(title, &rest), text)
    }

    fn fit_standfirst(&mut self, text: &str, height: f32) -> Option<FittedText> {
        let text_box = TextBox { leading: 1.35, ..text_box(height, 30..=38) };
        self.canvas.fit(self.styled("standfirst", FontRole::Text, text), &text_box)
    }

    /// Fits a text in the story's language.
    pub(super) fn fit(
        &mut self,
        name: &str,
        role: FontRole,
        text: &str,
        height: f32,
        sizes: RangeInclusive<u16>,
    ) -> Option<FittedText> {
        self.canvas.fit(self.styled(name, role, text), &text_box(height, sizes))
    }

    /// A text in the story's language.
    pub(super) fn styled<'w>(&self, name: &'w str, role: FontRole, text: &'w str) -> StyledText<'w>
    where
        'a: 'w,
    {
        StyledText { name, role, lang: &self.story.ui.language, text }
    }
}

/// A box from edge to edge. A height of 0 allows one line.
pub(super) fn text_box(height: f32, sizes: RangeInclusive<u16>) -> TextBox {
    TextBox { width: RIGHT - LEFT, height, leading: 1.2, sizes }
}
