//! Converts straight quotation marks, apostrophes, dashes and dots to the typography of the story's language.

/// Outer and inner quotation marks of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QuoteMarks {
    double: [&'static str; 2],
    single: [&'static str; 2],
}

const ENGLISH: QuoteMarks = QuoteMarks { double: ["“", "”"], single: ["‘", "’"] };

/// Languages with other marks than English, by BCP 47 tag. Longer tags come first.
const LANGUAGES: [(&str, QuoteMarks); 22] = [
    ("de-CH", QuoteMarks { double: ["«", "»"], single: ["‹", "›"] }),
    ("fr-CH", QuoteMarks { double: ["«", "»"], single: ["‹", "›"] }),
    ("pt-BR", ENGLISH),
    ("de", QuoteMarks { double: ["„", "“"], single: ["‚", "‘"] }),
    ("cs", QuoteMarks { double: ["„", "“"], single: ["‚", "‘"] }),
    ("sk", QuoteMarks { double: ["„", "“"], single: ["‚", "‘"] }),
    ("bg", QuoteMarks { double: ["„", "“"], single: ["‚", "‘"] }),
    ("pl", QuoteMarks { double: ["„", "”"], single: ["«", "»"] }),
    ("hu", QuoteMarks { double: ["„", "”"], single: ["»", "«"] }),
    ("ro", QuoteMarks { double: ["„", "”"], single: ["«", "»"] }),
    ("da", QuoteMarks { double: ["»", "«"], single: ["›", "‹"] }),
    ("sv", QuoteMarks { double: ["”", "”"], single: ["’", "’"] }),
    ("fi", QuoteMarks { double: ["”", "”"], single: ["’", "’"] }),
    ("fr", QuoteMarks { double: ["«\u{a0}", "\u{a0}»"], single: ["“", "”"] }),
    ("es", QuoteMarks { double: ["«", "»"], single: ["“", "”"] }),
    ("it", QuoteMarks { double: ["«", "»"], single: ["“", "”"] }),
    ("pt", QuoteMarks { double: ["«", "»"], single: ["“", "”"] }),
    ("no", QuoteMarks { double: ["«", "»"], single: ["‘", "’"] }),
    ("el", QuoteMarks { double: ["«", "»"], single: ["“", "”"] }),
    ("ru", QuoteMarks { double: ["«", "»"], single: ["„", "“"] }),
    ("uk", QuoteMarks { double: ["«", "»"], single: ["„", "“"] }),
    ("ja", QuoteMarks { double: ["「", "」"], single: ["『", "』"] }),
];

impl QuoteMarks {
    /// The marks of a language, by BCP 47 tag; English ones for unknown languages.
    pub(crate) fn of(language: &str) -> Self {
        let has = |tag: &str| {
            language == tag || language.strip_prefix(tag).is_some_and(|rest| rest.starts_with('-'))
        };
        LANGUAGES.iter().find(|(tag, _)| has(tag)).map_or(ENGLISH, |(_, marks)| *marks)
    }

    /// Converts the quotation marks of a single line.
    pub(crate) fn smart_quotes(self, text: &str) -> String {
        self.convert(text, &mut QuoteContext::default())
    }

    /// Converts a part of a paragraph, which follows `before`. Converts dashes and dots too.
    pub(crate) fn smart_punctuation(self, text: &str, before: &mut QuoteContext) -> String {
        self.convert(&text.replace("---", "—").replace("--", "–").replace("...", "…"), before)
    }

    fn convert(self, text: &str, before: &mut QuoteContext) -> String {
        let mut print = String::with_capacity(text.len());
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let opens = before.letter.is_whitespace() || "([{–—-/\"“„«‹".contains(before.letter);
            let within = letters.peek().is_some_and(|next| next.is_alphanumeric());
            match (letter, opens) {
                ('"', true) => print += self.double[0],
                ('"', false) => print += self.double[1],
                ('\'', true) => {
                    before.single = true;
                    print += self.single[0];
                }
                ('\'', false) if before.single && !within => {
                    before.single = false;
                    print += self.single[1];
                }
                // All languages have the same apostrophe.
                ('\'', false) => print.push('’'),
                _ => print.push(letter),
            }
            before.letter = letter;
        }
        print
    }
}

/// What precedes a part of a paragraph: its last character, and whether a single quotation mark is open.
pub(crate) struct QuoteContext {
    letter: char,
    /// Whether a single quotation mark is open.
    single: bool,
}

impl Default for QuoteContext {
    fn default() -> Self {
        Self { letter: ' ', single: false }
    }
}
