//! Links to words of a page (URL Fragment Text Directives): whole words, and as many before and after them as tell them
//! from the same words elsewhere.

use crate::hooks::selection::SelectedText;

/// So many words are named in full; of more, the first and the last.
const WHOLE: usize = 12;
/// How many first and last words.
const ENDS: usize = 5;
/// At most so many words before and after.
const CONTEXT: usize = 10;

/// The parts of a text directive, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextFragment {
    prefix: Vec<String>,
    start: Vec<String>,
    end: Vec<String>,
    suffix: Vec<String>,
}

impl TextFragment {
    /// The directive that leads to the selected words and to no others; none if the page cannot tell them apart.
    #[must_use]
    pub fn of(selected: &SelectedText) -> Option<Self> {
        let page = PageWords::of(&selected.blocks);
        let first = page.first_selected(&selected.start);
        let after = page.after_selected(&selected.end);
        let block_end = page.block_end(first)?;
        if after <= first {
            return None;
        }
        if after <= block_end && after - first <= WHOLE {
            let (prefix, suffix) = page.context(first, after, CONTEXT, CONTEXT)?;
            return Some(Self {
                prefix: page.text(first - prefix, first),
                start: page.text(first, after),
                end: Vec::new(),
                suffix: page.text(after, after + suffix),
            });
        }
        let start_end = (first + ENDS).min(block_end);
        let end_start = after.saturating_sub(ENDS).max(page.block_start(after - 1)?).max(start_end);
        let (prefix, _) = page.context(first, start_end, CONTEXT, 0)?;
        let (_, suffix) = page.context(end_start, after, 0, CONTEXT)?;
        Some(Self {
            prefix: page.text(first - prefix, first),
            start: page.text(first, start_end),
            end: page.text(end_start, after),
            suffix: page.text(after, after + suffix),
        })
    }

    /// What stands after `#:~:text=`, with each part percent-encoded by the function.
    #[must_use]
    pub fn directive(&self, encode: impl Fn(&str) -> String) -> String {
        // A hyphen belongs to the directive's own grammar.
        let part = |words: &[String]| encode(&words.join(" ")).replace('-', "%2D");
        let prefix = (!self.prefix.is_empty()).then(|| part(&self.prefix) + "-");
        let end = (!self.end.is_empty()).then(|| part(&self.end));
        let suffix = (!self.suffix.is_empty()).then(|| ["-", &part(&self.suffix)].concat());
        [prefix, Some(part(&self.start)), end, suffix].into_iter().flatten().collect::<Vec<_>>().join(",")
    }
}

/// The words of a page, each with the number of its block.
struct PageWords<'a> {
    words: Vec<(usize, &'a str)>,
    /// The letters of all words, ASCII ones small, parted as browsers part words: at every other sign.
    letters: Vec<String>,
    /// Where the letters of each word start, and where the last one's end.
    starts: Vec<usize>,
}

impl<'a> PageWords<'a> {
    fn of(blocks: &'a [String]) -> Self {
        let in_block = |(at, text): (usize, &'a String)| text.split_whitespace().map(move |word| (at, word));
        let words: Vec<_> = blocks.iter().enumerate().flat_map(in_block).collect();
        let (mut letters, mut starts) = (Vec::new(), vec![0]);
        for (_, word) in &words {
            let parts = word.split(is_separator).filter(|part| !part.is_empty());
            letters.extend(parts.map(str::to_ascii_lowercase));
            starts.push(letters.len());
        }
        Self { words, letters, starts }
    }

    /// The first word of a block, or of the next one that has any.
    fn start_of(&self, block: usize) -> usize {
        self.words.partition_point(|(own, _)| *own < block)
    }

    /// The word in which the selection starts: whole, where it starts within.
    fn first_selected(&self, (block, before): &(usize, String)) -> usize {
        let start = self.start_of(*block);
        before
            .split_whitespace()
            .zip(start..)
            .find(|(own, at)| self.words.get(*at).is_none_or(|(_, word)| word != own))
            .map_or_else(|| start + before.split_whitespace().count(), |(_, at)| at)
    }

    /// The word after the one in which the selection ends.
    fn after_selected(&self, (block, up_to): &(usize, String)) -> usize {
        let count = up_to.split_whitespace().count();
        (self.start_of(*block) + count).min(self.start_of(block + 1))
    }

    fn block_start(&self, word: usize) -> Option<usize> {
        self.words.get(word).map(|(block, _)| self.start_of(*block))
    }

    fn block_end(&self, word: usize) -> Option<usize> {
        self.words.get(word).map(|(block, _)| self.start_of(block + 1))
    }

    fn text(&self, from: usize, to: usize) -> Vec<String> {
        self.words[from..to].iter().map(|(_, word)| (*word).to_owned()).collect()
    }

    /// The fewest words before and after that tell words from all others: all before in one block, all after too.
    fn context(
        &self,
        from: usize,
        to: usize,
        most_before: usize,
        most_after: usize,
    ) -> Option<(usize, usize)> {
        let before = from - from.checked_sub(1).and_then(|last| self.block_start(last)).unwrap_or(from);
        let after = self.block_end(to).unwrap_or(to) - to;
        let (before, after) = (before.min(most_before), after.min(most_after));
        let amounts = (0..=before.max(after)).map(|most| (before.min(most), after.min(most)));
        amounts.into_iter().find(|(before, after)| self.is_unique(from - before, to + after))
    }

    fn is_unique(&self, from: usize, to: usize) -> bool {
        let words = &self.letters[self.starts[from]..self.starts[to]];
        !words.is_empty() && self.letters.windows(words.len()).filter(|own| *own == words).count() == 1
    }
}

/// Whether browsers see the end of a word at a sign. Not by Unicode's tables, which take 16 kB of the program.
const fn is_separator(sign: char) -> bool {
    match sign {
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' => {
            true
        }
        _ => sign.is_ascii() && !sign.is_ascii_alphanumeric(),
    }
}
