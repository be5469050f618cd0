//! Measures text in the fonts of the images, and finds a font for each letter. Uses only these files and no system
//! fonts, so that images are the same on every machine.

use std::sync::Arc;

use anyhow::{Context, Result};
use harfrust::{Shaper, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::{Database, Source};
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};

/// The font of a text. Letters that it lacks come from the fonts for other scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontRole {
    /// Titles: a serif for large sizes.
    Display,
    /// Body text: the same serif for small sizes.
    Text,
    /// Figures and names: a bold sans.
    Strong,
    /// Labels: the same sans, regular.
    Label,
}

/// Text in one font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FontRun {
    pub(super) family: &'static str,
    pub(super) text: String,
}

macro_rules! files {
    ($($family:literal $lang:literal $file:literal),+ $(,)?) => {
        /// Family, language (empty for the font roles), file.
        const FILES: [(&str, &str, &[u8]); 8] =
            [$(($family, $lang, include_bytes!(concat!("../../fonts/", $file)))),+];
    };
}

files! {
    "Chuhai Display" "" "display.ttf",
    "Chuhai Text" "" "text.ttf",
    "Chuhai Figure" "" "figure.ttf",
    "Chuhai Label" "" "label.ttf",
    "Chuhai Chinese" "zh" "chinese.otf",
    "Chuhai Japanese" "ja" "japanese.otf",
    "Chuhai Korean" "ko" "korean.otf",
    "Chuhai Devanagari" "hi" "devanagari.ttf",
}

/// All fonts.
pub(super) struct Fonts(Vec<Face>);

struct Face {
    family: &'static str,
    lang: &'static str,
    font: FontRef<'static>,
    shaping: ShaperData,
}

impl Fonts {
    pub(super) fn new() -> Result<Self> {
        let faces = FILES.iter().map(|(family, lang, bytes)| {
            let font = FontRef::new(bytes).with_context(|| format!("the font {family} cannot be read"))?;
            Ok(Face { family, lang, font: font.clone(), shaping: ShaperData::new(&font) })
        });
        Ok(Self(faces.collect::<Result<_>>()?))
    }

    /// Splits text into runs by font. `lang` selects among fonts with the same letter. Returns the characters that no
    /// font has as an error.
    pub(super) fn runs(&self, role: FontRole, lang: &str, text: &str) -> Result<Vec<FontRun>, Vec<char>> {
        let (mut runs, mut missing) = (Vec::<FontRun>::new(), Vec::new());
        let faces: Vec<_> = self.faces(role, lang).map(|face| (face.family, face.charmap())).collect();
        for letter in text.chars() {
            let face =
                faces.iter().find(|(_, letters)| !letter.is_control() && letters.map(letter).is_some());
            match (face, runs.last_mut()) {
                (None, _) if missing.contains(&letter) => {}
                (None, _) => missing.push(letter),
                (Some((family, _)), Some(run)) if run.family == *family => run.text.push(letter),
                (Some((family, _)), _) => runs.push(FontRun { family, text: letter.into() }),
            }
        }
        if missing.is_empty() { Ok(runs) } else { Err(missing) }
    }

    /// The width of the runs, in units of the font size.
    pub(super) fn width(&self, runs: &[FontRun]) -> f32 {
        runs.iter().map(|run| self.run_width(run)).sum()
    }

    fn run_width(&self, run: &FontRun) -> f32 {
        let Some(face) = self.0.iter().find(|face| face.family == run.family) else { return 0.0 };
        let shaper: Shaper<'_> = face.shaping.shaper(&face.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&run.text);
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, harfrust::ShapeOptions::new());
        let advance: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        advance as f32 / shaper.units_per_em() as f32
    }

    /// The role's font, then the language's, then all others.
    fn faces(&self, role: FontRole, lang: &str) -> impl Iterator<Item = &Face> {
        let role_face = self.0.get(role as usize).into_iter();
        let language = lang.split('-').next().unwrap_or_default();
        let (first, others): (Vec<_>, Vec<_>) =
            self.0.iter().filter(|face| !face.lang.is_empty()).partition(|face| face.lang == language);
        role_face.chain(first).chain(others)
    }
}

impl Face {
    fn charmap(&self) -> Charmap<'_> {
        self.font.charmap()
    }
}

/// The font database for the renderer, with only these fonts.
pub(super) fn database() -> Arc<Database> {
    let mut database = Database::new();
    for (_, _, bytes) in FILES {
        database.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    Arc::new(database)
}

/// The bytes of every font, for the cache key.
pub(super) fn bytes() -> impl Iterator<Item = &'static [u8]> {
    FILES.iter().map(|(_, _, bytes)| *bytes)
}

#[cfg(test)]
mod tests {
    use resvg::usvg::{Node, Options, Tree};

    use super::*;

    /// The width of the runs as the renderer sets them, at size 1.
    fn drawn(runs: &[FontRun]) -> f32 {
        let spans: String = runs
            .iter()
            .map(|run| format!("<tspan font-family=\"{}\">{}</tspan>", run.family, run.text))
            .collect();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9000\" height=\"200\">\
             <text y=\"100\" font-size=\"100\" xml:space=\"preserve\">{spans}</text></svg>"
        );
        let options = Options { fontdb: database(), ..Options::default() };
        let tree = Tree::from_str(&svg, &options).expect("an SVG");
        let [Node::Text(text)] = tree.root().children() else { panic!("one text in {svg}") };
        text.bounding_box().right() / 100.0
    }

    #[test]
    fn words_are_as_wide_as_they_are_drawn() {
        let fonts = Fonts::new().expect("the fonts");
        for (role, lang, text) in [
            (FontRole::Display, "en", "AVA told of TikTok’s “first” 660,000"),
            (FontRole::Text, "en", "to go to sea: 出海, chuhai"),
            (FontRole::Strong, "en", "30 → 50 million"),
            (FontRole::Display, "el", "Η θάλασσα"),
            (FontRole::Label, "uk", "Вихід у море, її ґанок"),
            (FontRole::Label, "hi", "ओरछा क्षत्रिय"),
            (FontRole::Label, "ko", "방탄소년단"),
            (FontRole::Label, "ja", "出井伸之 ヤフー"),
        ] {
            let runs = fonts.runs(role, lang, text).expect("letters");
            let (measured, drawn) = (fonts.width(&runs), drawn(&runs));
            assert!((measured - drawn).abs() < 0.1, "{text}: measured {measured}, drawn {drawn}");
        }
    }

    #[test]
    fn a_letter_that_languages_share_looks_as_its_own_language_has_it() {
        let fonts = Fonts::new().expect("the fonts");
        let family = |lang| fonts.runs(FontRole::Label, lang, "海").expect("letters")[0].family;
        assert_eq!([family("zh-Hans"), family("ja")], ["Chuhai Chinese", "Chuhai Japanese"]);
    }
}
