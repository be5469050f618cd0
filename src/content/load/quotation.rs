//! Converts straight quotation marks, apostrophes, dashes and dots to the typography of the story's language.

/// Outer and inner quotation marks of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    double: [&'static str; 2],
    single: [&'static str; 2],
}

const ENGLISH: Quotation = Quotation { double: ["“", "”"], single: ["‘", "’"] };

/// Languages with other marks than English, by BCP 47 tag. Longer tags come first.
const LANGUAGES: [(&str, Quotation); 22] = [
    ("de-CH", Quotation { double: ["«", "»"], single: ["‹", "›"] }),
    ("fr-CH", Quotation { double: ["«", "»"], single: ["‹", "›"] }),
    ("pt-BR", ENGLISH),
    ("de", Quotation { double: ["„", "“"], single: ["‚", "‘"] }),
    ("cs", Quotation { double: ["„", "“"], single: ["‚", "‘"] }),
    ("sk", Quotation { double: ["„", "“"], single: ["‚", "‘"] }),
    ("bg", Quotation { double: ["„", "“"], single: ["‚", "‘"] }),
    ("pl", Quotation { double: ["„", "”"], single: ["«", "»"] }),
    ("hu", Quotation { double: ["„", "”"], single: ["»", "«"] }),
    ("ro", Quotation { double: ["„", "”"], single: ["«", "»"] }),
    ("da", Quotation { double: ["»", "«"], single: ["›", "‹"] }),
    ("sv", Quotation { double: ["”", "”"], single: ["’", "’"] }),
    ("fi", Quotation { double: ["”", "”"], single: ["’", "’"] }),
    ("fr", Quotation { double: ["«\u{a0}", "\u{a0}»"], single: ["“", "”"] }),
    ("es", Quotation { double: ["«", "»"], single: ["“", "”"] }),
    ("it", Quotation { double: ["«", "»"], single: ["“", "”"] }),
    ("pt", Quotation { double: ["«", "»"], single: ["“", "”"] }),
    ("no", Quotation { double: ["«", "»"], single: ["‘", "’"] }),
    ("el", Quotation { double: ["«", "»"], single: ["“", "”"] }),
    ("ru", Quotation { double: ["«", "»"], single: ["„", "“"] }),
    ("uk", Quotation { double: ["«", "»"], single: ["„", "“"] }),
    ("ja", Quotation { double: ["「", "」"], single: ["『", "』"] }),
];

impl Quotation {
    /// The marks of a language, by BCP 47 tag; English ones for unknown languages.
    pub(super) fn of(language: &str) -> Self {
        let has = |tag: &str| {
            language == tag || language.strip_prefix(tag).is_some_and(|rest| rest.starts_with('-'))
        };
        LANGUAGES.iter().find(|(tag, _)| has(tag)).map_or(ENGLISH, |(_, quotation)| *quotation)
    }

    /// Converts the quotation marks of a single line.
    pub(super) fn line(self, text: &str) -> String {
        self.convert(text, &mut QuoteContext::default())
    }

    /// Converts a part of a paragraph, which follows `before`. Converts dashes and dots too.
    pub(super) fn prose(self, text: &str, before: &mut QuoteContext) -> String {
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
pub(super) struct QuoteContext {
    letter: char,
    /// Whether a single quotation mark is open.
    single: bool,
}

impl Default for QuoteContext {
    fn default() -> Self {
        Self { letter: ' ', single: false }
    }
}
