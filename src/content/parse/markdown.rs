//! Parses Markdown into blocks and inlines, and resolves every link.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::diagnostics::{Reporter, backticked};
use super::quote_marks::QuoteContext;
use super::symbols::SymbolTable;
use crate::content::FactRef;
use crate::content::text::{Block, Inline};

const EXPECTED: &str = "paragraphs of plain words, `*emphasis*`, `[words](#fact)`, `[words](@entity)`, lines of `[[fact]]`, of `[[plot:id]]` and of `[[guess:fact]]`, and `> words` on what came after";

const CLOSED: &str = "a mark that is closed: `*emphasis*`, `[words](#fact)`, `[words](@entity)`, `[[fact]]`";

/// The prefix of a wikilink to a plot.
pub(crate) const PLOT_PREFIX: &str = "plot:";

/// The prefix of a wikilink to a guess.
pub(crate) const GUESS_PREFIX: &str = "guess:";

/// A link or an emphasis that is not closed yet.
struct OpenInline {
    kind: InlineKind,
    children: Vec<Inline>,
}

enum InlineKind {
    Emphasis,
    Link {
        to: String,
        span: Range<usize>,
    },
    /// `[[…]]`: a card, a plot or a guess.
    Wikilink {
        id: String,
        span: Range<usize>,
    },
}

pub(crate) fn blocks(text: &str, reporter: Reporter<'_>, symbols: &SymbolTable) -> Vec<Block> {
    let mut reader = MarkdownReader {
        source: text,
        reporter,
        symbols,
        open: Vec::new(),
        inlines: Vec::new(),
        cards: Vec::new(),
        block_references: Vec::new(),
        in_block_quote: false,
        before: QuoteContext::default(),
        has_stray_sign: false,
    };
    let mut blocks = Vec::new();
    for (event, span) in Parser::new_ext(text, Options::ENABLE_WIKILINKS).into_offset_iter() {
        reader.read(event, span, &mut blocks);
    }
    blocks
}

/// Parses inline text, such as a claim.
pub(crate) fn inline(text: &str, reporter: Reporter<'_>, symbols: &SymbolTable) -> Vec<Inline> {
    let mut read = blocks(text, reporter, symbols).into_iter();
    match (read.next(), read.next()) {
        (Some(Block::Paragraph(inlines)), None) => inlines,
        (None, None) => Vec::new(),
        _ => {
            reporter.error(0..text.len(), "one paragraph", "more, or cards");
            Vec::new()
        }
    }
}

struct MarkdownReader<'a> {
    source: &'a str,
    reporter: Reporter<'a>,
    symbols: &'a SymbolTable,
    open: Vec<OpenInline>,
    inlines: Vec<Inline>,
    cards: Vec<FactRef>,
    /// Plots and guesses. Each needs a separate paragraph.
    block_references: Vec<Block>,
    /// Whether the paragraph is in a block quote: an event after the source article.
    in_block_quote: bool,
    /// The text before the next part of the paragraph.
    before: QuoteContext,
    /// Whether a mark that is not closed has been reported in this paragraph.
    has_stray_sign: bool,
}

impl MarkdownReader<'_> {
    fn read(&mut self, event: Event<'_>, span: Range<usize>, blocks: &mut Vec<Block>) {
        match event {
            Event::Start(Tag::Paragraph) => {}
            Event::Start(Tag::BlockQuote(_)) => self.in_block_quote = true,
            Event::End(TagEnd::BlockQuote(_)) => self.in_block_quote = false,
            Event::End(TagEnd::Paragraph) => self.end_paragraph(span, blocks),
            Event::Start(Tag::Emphasis) => self.start(InlineKind::Emphasis),
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. }) => {
                self.start(InlineKind::Wikilink { id: dest_url.to_string(), span });
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.start(InlineKind::Link { to: dest_url.to_string(), span })
            }
            Event::End(TagEnd::Emphasis | TagEnd::Link) => self.end(),
            Event::Text(text) => {
                self.check_signs(&text, span.start);
                self.text(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::End(_) => {}
            other => self.reporter.error(span, EXPECTED, name_of(&other)),
        }
    }

    /// Reports the first sign of a mark that is not closed. A sign after `\` is text.
    fn check_signs(&mut self, text: &str, start: usize) {
        let is_escaped = |offset: usize| {
            let before = &self.source[..start + offset];
            (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
        };
        // The source has a character reference, such as `&#42;`, instead of its text.
        let is_written = self.source.get(start..).is_some_and(|source| source.starts_with(text));
        if !is_written || self.has_stray_sign {
            return;
        }
        let Some((offset, sign)) =
            text.match_indices(['[', ']', '*']).find(|(offset, _)| !is_escaped(*offset))
        else {
            return;
        };
        self.has_stray_sign = true;
        // An unclosed mark may be a card, so missing facts are not reported.
        self.reporter.sink.mark_incomplete();
        self.reporter.error(
            start + offset..start + offset + 1,
            CLOSED,
            format!("a `{sign}` that readers would see"),
        );
    }

    fn start(&mut self, kind: InlineKind) {
        self.open.push(OpenInline { kind, children: Vec::new() });
    }

    fn end(&mut self) {
        let Some(OpenInline { kind, children }) = self.open.pop() else { return };
        let inline = match kind {
            // Emphasis within emphasis adds nothing. Unlimited depth would overflow the stack.
            InlineKind::Emphasis
                if self.open.last().is_some_and(|open| matches!(open.kind, InlineKind::Emphasis)) =>
            {
                return children.into_iter().for_each(|child| self.push(child));
            }
            InlineKind::Emphasis => Inline::Emphasis(children),
            InlineKind::Wikilink { id, span } => {
                if let Some(plot) = id.strip_prefix(PLOT_PREFIX) {
                    self.block_references
                        .extend(self.symbols.plot(plot, span, self.reporter).map(Block::Plot));
                } else if let Some(guess) = id.strip_prefix(GUESS_PREFIX) {
                    self.block_references
                        .extend(self.symbols.guess(guess, span, self.reporter).map(Block::Guess));
                } else {
                    self.cards.extend(self.symbols.fact(&id, span, self.reporter));
                }
                return;
            }
            InlineKind::Link { to, span } => match self.target(&to, span, &children) {
                Some(link) => link,
                None => return,
            },
        };
        self.push(inline);
    }

    fn target(&self, to: &str, span: Range<usize>, children: &[Inline]) -> Option<Inline> {
        if blank(children) {
            self.reporter.error(span, "words of the link between `[` and `]`", "none");
            return None;
        }
        let children = children.to_vec();
        if let Some(id) = to.strip_prefix('#') {
            return self.symbols.fact(id, span, self.reporter).map(|to| Inline::Fact { to, children });
        }
        if let Some(id) = to.strip_prefix('@') {
            return self.symbols.entity(id, span, self.reporter).map(|to| Inline::Entity { to, children });
        }
        let expected = if to.contains("://") {
            "a link to a `#fact` or an `@entity`; addresses belong into `sources.toml`"
        } else {
            "a link to a `#fact` or an `@entity`"
        };
        self.reporter.error(span, expected, backticked(to));
        None
    }

    fn text(&mut self, text: &str) {
        let text = self.reporter.file.quote_marks.smart_punctuation(text, &mut self.before);
        for inline in self.symbols.split_by_script(&text) {
            self.push(inline);
        }
    }

    /// Appends an inline. Joins adjacent plain text, which the parser splits.
    fn push(&mut self, inline: Inline) {
        let siblings = self.open.last_mut().map_or(&mut self.inlines, |open| &mut open.children);
        match (siblings.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => siblings.push(inline),
        }
    }

    fn end_paragraph(&mut self, span: Range<usize>, blocks: &mut Vec<Block>) {
        let inlines = std::mem::take(&mut self.inlines);
        self.before = QuoteContext::default();
        self.has_stray_sign = false;
        let cards = std::mem::take(&mut self.cards);
        let mut block_references = std::mem::take(&mut self.block_references);
        if block_references.len() == 1 && cards.is_empty() && blank(&inlines) {
            return blocks.append(&mut block_references);
        }
        if !block_references.is_empty() {
            let expected = "`[[plot:id]]` or `[[guess:fact]]` in a paragraph of its own";
            return self.reporter.error(span, expected, "more beside it");
        }
        match (blank(&inlines), cards.is_empty()) {
            (true, true) => {}
            (true, false) => blocks.push(Block::Cards(cards)),
            (false, true) if self.in_block_quote => match blocks.last_mut() {
                Some(Block::LaterEvents(paragraphs)) => paragraphs.push(inlines),
                _ => blocks.push(Block::LaterEvents(vec![inlines])),
            },
            (false, true) => blocks.push(Block::Paragraph(inlines)),
            (false, false) => self.reporter.error(
                span,
                "`[[fact]]` marks between blank lines",
                "words in the same paragraph",
            ),
        }
    }
}

fn blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| matches!(inline, Inline::Text(text) if text.trim().is_empty()))
}

/// What writers call a part of Markdown that is not supported.
fn name_of(event: &Event<'_>) -> &'static str {
    match event {
        Event::Start(Tag::Strong) => "bold",
        Event::Start(Tag::Heading { .. }) => "a heading",
        Event::Start(Tag::List(_) | Tag::Item) => "a list",
        Event::Start(Tag::CodeBlock(_)) => "an indented line or a block of code",
        Event::Start(Tag::Image { .. }) => "an image",
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => "HTML",
        Event::Code(_) => "code",
        Event::Rule => "a rule",
        _ => "other Markdown",
    }
}
