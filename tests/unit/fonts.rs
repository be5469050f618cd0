//! The fonts of the pages hold every character that a page prints.

use std::collections::BTreeSet;
use std::fs;

use chuhai::routes::Page;
use scraper::{Html, Node};
use skrifa::raw::tables::cmap::Cmap;
use skrifa::raw::{FontData, FontRead};

use crate::fixture_content::{body, project, real_story};

/// The text of controls alone, which are set in the label font.
const CONTROLS: &str = "↕⌘";

/// The characters of a font of `style/fonts`.
struct Letters(Vec<u8>);

impl Letters {
    /// Reads the table `cmap` of a WOFF2 file (W3C WOFF File Format 2.0, sections 4 and 5).
    fn of(font: &str) -> Self {
        let file = fs::read(project().join("style/fonts").join(font)).expect("a font");
        let tables = u16::from_be_bytes([file[12], file[13]]);
        let mut at = 48;
        let mut byte = || {
            at += 1;
            file[at - 1]
        };
        let (mut start, mut cmap) = (0, 0..0);
        for _ in 0..tables {
            let flags = byte();
            let (tag, version) = (flags & 63, flags >> 6);
            if tag == 63 {
                (0..4).for_each(|_| _ = byte());
            }
            let mut number = || {
                let mut number = 0;
                loop {
                    let byte = byte();
                    number = number << 7 | usize::from(byte & 127);
                    if byte < 128 {
                        break number;
                    }
                }
            };
            let length = number();
            // The tables `glyf` and `loca` are transformed by default, others only if stated.
            let transformed = if matches!(tag, 10 | 11) { version == 0 } else { version != 0 };
            let length = if transformed { number() } else { length };
            if tag == 0 {
                cmap = start..start + length;
            }
            start += length;
        }
        let mut bytes = Vec::new();
        brotli::BrotliDecompress(&mut &file[at..], &mut bytes).expect("brotli");
        Self(bytes[cmap].to_vec())
    }

    fn has(&self, letter: char) -> bool {
        let cmap = Cmap::read(FontData::new(&self.0)).expect("the table cmap");
        cmap.map_codepoint(letter).is_some()
    }
}

/// Whether the site's fonts must contain a character. Other scripts use system fonts, except Devanagari.
fn is_ours(letter: char) -> bool {
    let is_format = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let range = matches!(u32::from(letter), 0x20..=0x36F | 0x1E00..=0x1EFF | 0x2000..=0x2BFF | 0x1F000..);
    range && !is_format && !letter.is_control()
}

/// Each text that a page prints.
fn texts(html: &str) -> Vec<String> {
    let html = Html::parse_fragment(html);
    let printed = html.tree.nodes().filter_map(|node| match node.value() {
        Node::Text(text) => {
            let element =
                node.parent().and_then(|parent| parent.value().as_element().map(|it| it.name().to_owned()));
            (!matches!(element.as_deref(), Some("script" | "style"))).then(|| text.to_string())
        }
        Node::Element(element) => element.attr("placeholder").map(str::to_owned),
        _ => None,
    });
    printed.collect()
}

#[test]
fn every_character_that_is_printed_is_in_the_fonts() {
    let story = real_story();
    let [text, label, italic] = ["text.woff2", "label.woff2", "italic.woff2"].map(Letters::of);
    let mut seen = BTreeSet::new();
    let mut missing = Vec::new();
    let mut look = |place: &str, words: &str| {
        for letter in words.chars().filter(|letter| is_ours(*letter)) {
            let controls = CONTROLS.contains(letter);
            let there = label.has(letter) && (controls || text.has(letter) && italic.has(letter));
            if seen.insert(letter) && !there {
                missing.push(format!(
                    "`{letter}` (U+{:04X}), in {place}: {}",
                    u32::from(letter),
                    words.trim()
                ));
            }
        }
    };
    for page in Page::all(&story).into_iter().filter(|page| !page.is_embed()) {
        for words in texts(&body(page, &story)) {
            look(&page.file(&story), &words);
        }
    }
    for file in ["content/ui-text.toml", "src/ui_text/default.toml"] {
        let words = fs::read_to_string(project().join(file)).expect("the words of controls");
        words.lines().for_each(|line| look(file, line));
    }
    for file in fs::read_dir(project().join("style")).expect("the style").flatten() {
        let place = format!("style/{}", file.file_name().to_string_lossy());
        if place.ends_with(".css") {
            let style = fs::read_to_string(file.path()).expect("a style");
            let rules = style.split("*/").filter_map(|rest| rest.split("/*").next());
            rules.flat_map(str::lines).for_each(|line| look(&place, line));
        }
    }
    assert!(
        missing.is_empty(),
        "no font of style/fonts has these; add them in generator/fonts/make.py, which generator/fonts/README.md explains:\n{}",
        missing.join("\n")
    );
    assert!(seen.len() > 80, "only {} characters were looked for", seen.len());
}

#[test]
fn the_devanagari_font_has_the_letters_of_every_name() {
    let font = Letters::of("devanagari.woff2");
    let names = fs::read_to_string(project().join("content/entities.toml")).expect("the names");
    let letters =
        names.chars().chain("बगुला".chars()).filter(|letter| matches!(letter, '\u{900}'..='\u{97F}'));
    let missing: String = letters.filter(|letter| !font.has(*letter)).collect();
    assert_eq!(missing, "");
}

#[test]
fn the_reader_of_fonts_finds_the_characters_of_a_font_and_no_other() {
    let letters = Letters::of("text.woff2");
    for (letter, there) in [('A', true), ('→', true), ('ã', true), ('⌘', false), ('海', false)] {
        assert_eq!(letters.has(letter), there, "{letter}");
    }
}
