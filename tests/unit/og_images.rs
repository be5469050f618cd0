//! The OG images: one for each page, cached, with mistakes reported by id.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chuhai::content::Story;
use chuhai::routes::Page;
use generator::og_images::{HEIGHT, ImageCount, MAX_BYTES, OgImage, WIDTH, compose, token_colors, write};
use generator::prerender::ContentError;
use resvg::usvg::{Node, Options, Tree};
use tempfile::TempDir;

use crate::fixture_content::{FixtureContent, project, real_story};

/// The SVGs of a story without mistakes; its folder is read for mistakes alone.
pub fn composed(story: &Story) -> Vec<OgImage> {
    compose(story, Path::new("")).expect("images")
}

/// The letters that no font has, a line each.
fn mistakes(fixture: &FixtureContent) -> Vec<String> {
    let error = compose(&fixture.story(), fixture.path()).expect_err("a mistake in the images");
    let error = error.downcast_ref::<ContentError>().expect("mistakes in the content");
    error.diagnostics.0.iter().map(ToString::to_string).collect()
}

/// The text of an image, in order.
fn words(image: &OgImage) -> String {
    let svg = scraper::Html::parse_fragment(&image.svg);
    let texts = scraper::Selector::parse("text").expect("a selector");
    svg.select(&texts).map(|text| text.text().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let story = FixtureContent::new().story();
    let paths = Page::all(&story).into_iter().filter_map(|page| page.image(&story));
    paths.map(|path| (path.clone(), fs::read(folder.join(path)).expect("an image"))).collect()
}

fn write_images(story: &Arc<Story>, kept: &Path) -> (TempDir, ImageCount) {
    let site = TempDir::new().expect("a folder");
    let count = write(&composed(story), site.path(), kept).expect("files");
    (site, count)
}

#[test]
fn every_listed_page_has_an_image_of_the_right_size() {
    let kept = TempDir::new().expect("a folder");
    let story = FixtureContent::new().story();
    let (site, count) = write_images(&story, kept.path());
    let files = files(site.path());
    for page in Page::all(&story) {
        let own = matches!(page, Page::Story | Page::Section(_) | Page::Fact(_) | Page::Listing(_));
        assert_eq!(page.image(&story).is_some(), own, "{page:?}");
    }
    assert_eq!(count, ImageCount { all: files.len(), rendered: files.len() });
    for (path, bytes) in files {
        assert!(bytes.len() <= MAX_BYTES, "{path} has {} bytes", bytes.len());
        let decoder = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        assert_eq!((decoder.info().width, decoder.info().height), (WIDTH, HEIGHT), "{path}");
    }
}

#[test]
fn an_unchanged_image_is_not_drawn_again() {
    let kept = TempDir::new().expect("a folder");
    let (first, _) = write_images(&FixtureContent::new().story(), kept.path());
    let (second, again) = write_images(&FixtureContent::new().story(), kept.path());
    assert_eq!(again.rendered, 0);
    assert!(files(first.path()) == files(second.path()));
    let changed = FixtureContent::new()
        .edit("facts/harbour/heron-crew.toml", "The crew grew", "The crew grew again")
        .story();
    assert_eq!(write_images(&changed, kept.path()).1.rendered, 1);
}

#[test]
fn two_drawings_are_the_same_to_the_byte() {
    let [one, other] = [(); 2].map(|()| TempDir::new().expect("a folder"));
    let story = FixtureContent::new().story();
    assert!(
        files(write_images(&story, one.path()).0.path())
            == files(write_images(&story, other.path()).0.path())
    );
}

#[test]
fn a_character_that_no_font_has_is_reported_with_file_and_line() {
    let expected = "letters that the fonts of preview images have (generator/fonts/README.md adds some)";
    let fixture = FixtureContent::new()
        .edit("facts/harbour/heron-crew.toml", "The crew grew", "The crew ᚠ grew")
        .edit("facts/harbour/heron-crew.toml", "hands", "ձ")
        .edit("facts/outward/heron-speed.toml", "The Heron was quick", "☃")
        .edit("sections/harbour.md", "In the harbour", "🎉")
        .edit("story.toml", "A tiny story with", "A tiny ო with")
        // Without a map the story's image has its standfirst.
        .remove("map.toml");
    let crew = "facts/harbour/heron-crew.toml";
    assert_eq!(
        mistakes(&fixture),
        [
            format!(
                "{crew}:1:19: expected {expected}, found `ᚠ` (U+16A0) in the title of the fact `heron-crew`"
            ),
            format!(
                "{crew}:19:9: expected {expected}, found `ձ` (U+0571) in the unit of the fact `heron-crew`"
            ),
            format!(
                "facts/outward/heron-speed.toml:1:10: expected {expected}, found `☃` (U+2603) in the title of the fact `heron-speed`"
            ),
            format!(
                "sections/harbour.md:2:10: expected {expected}, found `🎉` (U+1F389) in the title of the section `harbour`"
            ),
            format!(
                "story.toml:2:22: expected {expected}, found `ო` (U+10DD) in the standfirst of the story"
            ),
        ]
    );
}

#[test]
fn greek_and_cyrillic_texts_fit_into_their_images() {
    let fixture = FixtureContent::new().edit("facts/harbour/heron-crew.toml", "hands", "їхніх рук").edit(
        "story.toml",
        "A tiny story with",
        "Η Οδύσσεια with",
    );
    generator::og_images::compose(&fixture.story(), fixture.path()).expect("images");
}

/// Parses SVG with the fonts of the images.
fn font_options() -> Options<'static> {
    let mut options = Options::default();
    for file in fs::read_dir(project().join("generator/fonts")).expect("fonts").flatten() {
        if file.path().extension().is_some_and(|extension| extension == "ttf" || extension == "otf") {
            options.fontdb_mut().load_font_data(fs::read(file.path()).expect("a font"));
        }
    }
    options
}

#[test]
fn long_texts_fit_into_their_images() {
    // Without a map the story's image has its standfirst.
    let fixture = FixtureContent::new()
        .remove("map.toml")
        .edit(
            "facts/harbour/heron-crew.toml",
            "\"The crew grew\"",
            "\"Donaudampfschifffahrtsgesellschaftskapitänsmützenständer\"",
        )
        // Of a fact without a card, whose title may be as long as any.
        .edit("facts/outward/after-return.toml", "She came home", &"离开了港口".repeat(12))
        .edit("facts/harbour/heron-crew.toml", "hands", &"hands ".repeat(30))
        .edit("facts/outward/heron-left.toml", "on a leap day", &"on a leap day ".repeat(9))
        .edit(
            "entities.toml",
            "name = \"Heron\"",
            &format!("aliases = [\"Heron\"]\nname = \"{}\"", "Heron of Herons ".repeat(8).trim()),
        )
        .edit("story.toml", "\"Two boats\"", &format!("\"{}\"", "Counterrevolutionaries ".repeat(9).trim()))
        .edit("story.toml", "A tiny story", &"A tiny story ".repeat(150));
    let images = composed(&fixture.story());
    let options = font_options();
    for image in &images {
        let tree = Tree::from_str(&image.svg, &options).expect("an SVG");
        let texts: Vec<_> =
            tree.root().children().iter().filter(|node| matches!(node, Node::Text(_))).collect();
        assert!(!texts.is_empty(), "{} has no text", image.file);
        for text in texts.into_iter().map(Node::abs_bounding_box) {
            let is_inside = text.left() >= 0.0
                && text.top() >= 0.0
                && text.right() <= WIDTH as f32
                && text.bottom() <= HEIGHT as f32;
            assert!(is_inside, "{}: a text leaves the image: {text:?}", image.file);
        }
    }
    let svg = |file: &str| &images.iter().find(|one| one.file == file).expect("an image").svg;
    // Chinese breaks between letters, and a standfirst is truncated.
    let lines = svg("og/f/after-return.png").matches("离开").count();
    assert!(lines >= 3, "{lines} lines");
    assert!(svg("og/story.png").contains('…'), "{}", svg("og/story.png"));
}

#[test]
fn an_image_shows_what_the_card_shows() {
    let story = real_story();
    let images = composed(&story);
    for page in Page::all(&story) {
        let Page::Fact(at) = page else { continue };
        let fact = &story[at];
        let image = images.iter().find(|one| Some(&one.file) == page.image(&story).as_ref());
        let written = words(image.expect("an image"));
        let figure = fact.figure.as_ref().map(|figure| format!("{} {}", figure.text, figure.unit));
        let when = fact.date_text.clone().unwrap_or_else(|| story.ui.format_date(fact.date));
        let shown = [
            figure.unwrap_or_default(),
            fact.title.clone(),
            story[fact.entities[0]].name.clone(),
            when,
            story.ui.verdict_or_kind(fact).to_owned(),
            story[fact.section].short_name.clone(),
            story.ui.site_name.clone(),
            story.ui.site_native_name.clone().unwrap_or_default(),
        ];
        for words in shown {
            assert!(written.contains(&words), "the image of {} does not show {words:?}: {written}", fact.id);
        }
    }
}

#[test]
fn an_image_has_the_color_of_its_region() {
    let short_name = "short-name = \"Harbour\"\n";
    let orange = format!("{short_name}color = [\"oklch(0.46 0.13 45)\", \"oklch(0.77 0.11 45)\"]\n");
    let story = FixtureContent::new().edit("sections/harbour.md", short_name, &orange).story();
    let images = composed(&story);
    let image = |file: &str| &images.iter().find(|one| one.file == file).expect("an image").svg;
    // As Chromium shows `oklch(0.46 0.13 45)`.
    assert!(image("og/s/harbour.png").contains("#903a03"), "{}", image("og/s/harbour.png"));
    // A section without a colour takes the accent's light one.
    let [accent, _] = token_colors("color-accent").expect("the accent");
    assert!(image("og/s/notes.png").contains(&accent), "{accent}");
}

#[test]
fn names_in_other_scripts_stand_beside_the_english_ones() {
    let scripts = [
        ("hi", "बगुला", "Devanagari"),
        ("ko", "왜가리", "Korean"),
        ("ja", "アオサギ", "Japanese"),
        ("zh-Hans", "青鹭", "Chinese"),
    ];
    for (lang, name, family) in scripts {
        let script = format!("script = {{ {lang} = \"{name}\" }}");
        let fixture = FixtureContent::new().edit("sections/harbour.md", "青鹭, ", "");
        let story = fixture.edit("entities.toml", "script = { zh-Hans = \"青鹭\" }", &script).story();
        let images = composed(&story);
        let svg = &images.iter().find(|one| one.file == "og/f/heron-crew.png").expect("an image").svg;
        let run = format!(
            "<tspan font-family=\"Chuhai {family}, system-ui, sans-serif\" font-weight=\"600\">{name}</tspan>"
        );
        assert!(svg.contains(&run), "no {run} in {svg}");
    }
}
