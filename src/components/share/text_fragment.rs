//! Builds text fragment links (`#:~:text=`): whole words, with enough context to be unique.

use std::ops::Range;

use crate::hooks::selection::{PageSelection, TextBlock};

/// The most words that are quoted in full. For a longer selection, only its ends are.
const MAX_EXACT_WORDS: usize = 12;

/// The number of words that are quoted at each end of a longer selection.
const RANGE_WORDS: usize = 5;

/// The most words of context on each side.
const MAX_CONTEXT_WORDS: usize = 10;

/// The parts of a text directive, each in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextFragment {
    prefix: Vec<String>,
    start: Vec<String>,
    end: Vec<String>,
    suffix: Vec<String>,
}

impl TextFragment {
    /// The directive for exactly the selected text. `None` if the page has the same text elsewhere. Where no context
    /// makes an end unique, drops the block at that end.
    #[must_use]
    pub fn of(selected: &PageSelection) -> Option<Self> {
        let page = PageWords::of(&selected.blocks);
        let (mut from, mut to) = (page.first_selected(&selected.start), page.after_selected(&selected.end));
        while from < to {
            let (first_block, last_block) = (page.block(from)?, page.block(to - 1)?);
            if first_block == last_block && to - from <= MAX_EXACT_WORDS {
                return page.quoted_whole(from, to);
            }
            // Adds words of the selection, and context around it, until each end is unique.
            let start = from..(from + RANGE_WORDS).min(first_block.end);
            let within = page.prefix_limit(from)..first_block.end.min(to - 1);
            let Some((prefix, start_extension)) = page.context(&start, within) else {
                from = first_block.end;
                continue;
            };
            let start = from..start_extension.end;
            let end = (to - RANGE_WORDS.min(to)).max(last_block.start).max(start.end)..to;
            let within = last_block.start.max(start.end)..page.suffix_limit(to);
            let Some((end_extension, suffix)) = page.context(&end, within) else {
                to = last_block.start;
                continue;
            };
            let [prefix, start, end, suffix] =
                [prefix, start, end_extension.start..to, suffix].map(|words| page.text(words));
            return Some(Self { prefix, start, end, suffix });
        }
        None
    }

    /// The directive after `#:~:text=`. `encode` percent-encodes each part.
    #[must_use]
    pub fn directive(&self, encode: impl Fn(&str) -> String) -> String {
        // Hyphens are part of the directive's syntax.
        let part = |words: &[String]| encode(&words.join(" ")).replace('-', "%2D");
        let prefix = (!self.prefix.is_empty()).then(|| part(&self.prefix) + "-");
        let end = (!self.end.is_empty()).then(|| part(&self.end));
        let suffix = (!self.suffix.is_empty()).then(|| ["-", &part(&self.suffix)].concat());
        [prefix, Some(part(&self.start)), end, suffix].into_iter().flatten().collect::<Vec<_>>().join(",")
    }
}

/// The words of a page, each with the index of its block.
struct PageWords<'a> {
    blocks: &'a [TextBlock],
    words: Vec<(usize, &'a str)>,
    /// The words in ASCII lower case, split at the separators that browsers use.
    normalized_words: Vec<String>,
    /// The index in `normalized_words` of each word's first part, then the end of the last word.
    starts: Vec<usize>,
}

impl<'a> PageWords<'a> {
    fn of(blocks: &'a [TextBlock]) -> Self {
        let in_block =
            |(at, block): (usize, &'a TextBlock)| block.text.split_whitespace().map(move |word| (at, word));
        let words: Vec<_> = blocks.iter().enumerate().flat_map(in_block).collect();
        let (mut normalized_words, mut starts) = (Vec::new(), vec![0]);
        for (_, word) in &words {
            let parts = word.split(is_separator).filter(|part| !part.is_empty());
            normalized_words.extend(parts.map(str::to_ascii_lowercase));
            starts.push(normalized_words.len());
        }
        Self { blocks, words, normalized_words, starts }
    }

    /// The index of the first word in a block, or in the next block with words.
    fn start_of(&self, block: usize) -> usize {
        self.words.partition_point(|(own, _)| *own < block)
    }

    /// The index of the word in which the selection starts.
    fn first_selected(&self, (block, before): &(usize, String)) -> usize {
        let start = self.start_of(*block);
        before
            .split_whitespace()
            .zip(start..)
            .find(|(own, at)| self.words.get(*at).is_none_or(|(_, word)| word != own))
            .map_or_else(|| start + before.split_whitespace().count(), |(_, at)| at)
    }

    /// The index after the word in which the selection ends.
    fn after_selected(&self, (block, up_to): &(usize, String)) -> usize {
        let count = up_to.split_whitespace().count();
        (self.start_of(*block) + count).min(self.start_of(block + 1))
    }

    /// The range of words in the block that contains a word.
    fn block(&self, word: usize) -> Option<Range<usize>> {
        self.words.get(word).map(|(block, _)| self.start_of(*block)..self.start_of(block + 1))
    }

    fn text(&self, words: Range<usize>) -> Vec<String> {
        self.words.get(words).unwrap_or_default().iter().map(|(_, word)| (*word).to_owned()).collect()
    }

    /// The directive for a few words in one block, quoted in full.
    fn quoted_whole(&self, from: usize, to: usize) -> Option<TextFragment> {
        let (prefix, suffix) = self.context(&(from..to), self.prefix_limit(from)..self.suffix_limit(to))?;
        let [prefix, start, suffix] = [prefix, from..to, suffix].map(|words| self.text(words));
        Some(TextFragment { prefix, start, end: Vec::new(), suffix })
    }

    /// Whether a block directly follows the previous one.
    fn is_adjacent(&self, block: usize) -> bool {
        self.blocks.get(block).is_some_and(|block| block.is_adjacent)
    }

    /// The lowest start of a prefix: in the words' block or, if the words start it, in the adjacent block before.
    /// Browsers find no prefix across several blocks.
    fn prefix_limit(&self, word: usize) -> usize {
        match (self.block(word), self.words.get(word)) {
            (Some(own), _) if own.start < word => own.start,
            (_, Some((block, _))) if self.is_adjacent(*block) => self.start_of(block.saturating_sub(1)),
            _ => word,
        }
    }

    /// The highest end of a suffix: in the words' block or, if the words end it, in the adjacent block after.
    fn suffix_limit(&self, end: usize) -> usize {
        match (self.block(end.saturating_sub(1)), self.words.get(end)) {
            (Some(own), _) if own.end > end => own.end,
            (_, Some((block, _))) if self.is_adjacent(*block) => self.start_of(block + 1),
            _ => end,
        }
    }

    /// The shortest context that makes words unique, within a range.
    fn context(&self, words: &Range<usize>, within: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        (0..=MAX_CONTEXT_WORDS).find_map(|most| {
            let from = words.start.saturating_sub(most).max(within.start);
            let to = (words.end + most).min(within.end);
            self.is_unique(from, to).then_some((from..words.start, words.end..to))
        })
    }

    fn is_unique(&self, from: usize, to: usize) -> bool {
        let bounds = self.starts.get(from).zip(self.starts.get(to));
        let words = bounds.and_then(|(from, to)| self.normalized_words.get(*from..*to)).unwrap_or_default();
        !words.is_empty()
            && self.normalized_words.windows(words.len()).filter(|own| *own == words).count() == 1
    }
}

/// Whether browsers treat a character as a word separator. Without Unicode's tables, which are large
/// (`src/decisions/webassembly-size.md`).
const fn is_separator(sign: char) -> bool {
    match sign {
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' => {
            true
        }
        _ => sign.is_ascii() && !sign.is_ascii_alphanumeric(),
    }
}
