//! The precache manifest, the web app manifest and the icons.

use std::fs;
use std::path::Path;

use chuhai::template::fill;
use generator::og_images::{IconPurpose, icon};
use generator::prerender::assets::Assets;
use generator::prerender::precache_manifest::{PrecacheManifest, WORKER, write};
use generator::prerender::style::Style;
use generator::prerender::web_app_manifest;

use crate::fixture_content::{FixtureContent, project};

fn site(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(project().join("src/js/sw.js"), folder.path().join(WORKER)).expect("the worker");
    for file in files {
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(&file, "what is in it").expect("a file");
    }
    folder
}

fn worker(site: &Path) -> String {
    fs::read_to_string(site.join(WORKER)).expect("the worker")
}

const FILES: [&str; 21] = [
    "404.html",
    "_headers",
    "chuhai_bg-0123456789abcdef.wasm",
    "devanagari-0123456789abcdef.woff2",
    "e/f/crew/index.html",
    "e/index.html",
    "embed.js",
    "f/crew/cite.bib",
    "f/crew/fact.json",
    "f/crew/index.html",
    "facts.csv",
    "facts/index.html",
    "icon-0123456789abcdef.png",
    "index.html",
    "manifest.webmanifest",
    "og/f/crew.png",
    "oembed/story.json",
    "plots/speeds.svg",
    "s/harbour/index.html",
    "start-0123456789abcdef.js",
    "text-0123456789abcdef.woff2",
];

#[test]
fn the_manifest_precaches_story_and_scripts_lists_pages_apart_and_omits_embeds() {
    let list = PrecacheManifest::read(site(&FILES).path()).expect("a list");
    let kept = [
        "",
        "404.html",
        "chuhai_bg-0123456789abcdef.wasm",
        "facts/",
        "icon-0123456789abcdef.png",
        "start-0123456789abcdef.js",
        "text-0123456789abcdef.woff2",
    ];
    assert_eq!(list.precache.keys().collect::<Vec<_>>(), kept);
    assert_eq!(list.pages.keys().collect::<Vec<_>>(), ["f/crew/", "s/harbour/"]);
    assert_eq!(
        list.runtime.keys().collect::<Vec<_>>(),
        ["devanagari-0123456789abcdef.woff2", "facts.csv", "og/f/crew.png", "plots/speeds.svg"]
    );
    // `printf 'what is in it' | openssl dgst -sha256 -binary | base64`
    let hash = "5iK2OJgdpwKBVb0NMoF/SAtzJJQnU595fU3pGPGdUNA=";
    assert!(list.files().all(|(_, found)| found == hash));
}

#[test]
fn the_worker_names_the_list_which_changes_with_every_cached_file() {
    let site = site(&FILES);
    let list = write(site.path()).expect("a list");
    let first = worker(site.path());
    assert!(first.contains(&format!("'{list}'")), "{list}");
    assert_eq!(write(site.path()).expect("a list"), list, "the same files have the same list");
    assert_eq!(worker(site.path()), first);
    for file in ["f/crew/index.html", "og/f/crew.png"] {
        fs::write(site.path().join(file), file).expect("a file");
        let next = write(site.path()).expect("a list");
        assert_ne!(next, list, "{file}");
        assert!(worker(site.path()).contains(&next));
    }
}

#[test]
fn the_web_app_manifest_names_the_site_and_starts_in_its_own_folder() {
    let story = FixtureContent::new().story();
    let name = |name: &str| name.to_owned();
    let assets = Assets {
        style: Style::default(),
        deferred_style: name(""),
        style_file: name(""),
        fonts: ["text.woff2", "label.woff2", "italic.woff2", "devanagari.woff2"].map(name),
        print: name(""),
        first_paint: String::new(),
        embed_frame: name(""),
        boot: name(""),
        program: name(""),
        wasm: name(""),
        icon: name(""),
        app_icons: ["small.png", "large.png", "cut.png"].map(name),
        theme_colors: ["#fff", "#000"].map(name),
    };
    let manifest = web_app_manifest::describe(&story, &assets);
    let title = fill(&story.ui.meta.title, &[("title", &story.title), ("site", &story.ui.site_name)]);
    assert_eq!(manifest["name"], title);
    assert_eq!(manifest["short_name"], story.ui.site_name);
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&"./".into(), &"./".into()));
    let icons = manifest["icons"].as_array().expect("icons");
    let icons: Vec<_> = icons.iter().map(|icon| [&icon["src"], &icon["sizes"], &icon["purpose"]]).collect();
    assert_eq!(
        icons,
        [
            ["small.png", "192x192", "any"],
            ["large.png", "512x512", "any"],
            ["cut.png", "512x512", "maskable"]
        ]
    );
}

#[test]
fn a_maskable_icon_has_its_background_to_every_edge_and_its_drawing_in_the_middle() {
    let svg = fs::read_to_string(project().join("style/icon.svg")).expect("the icon");
    let pixels = |shape| {
        let png = icon(&svg, 512, shape).expect("an icon");
        resvg::tiny_skia::Pixmap::decode_png(&png).expect("a PNG")
    };
    let (own, cut) = (pixels(IconPurpose::Any), pixels(IconPurpose::Maskable));
    let ground = cut.pixel(0, 0).expect("a corner");
    assert_eq!(own.pixel(0, 0).expect("a corner").alpha(), 0);
    let middle = 256.0_f64;
    assert!(cut.pixels().iter().any(|pixel| *pixel != ground), "nothing is drawn");
    assert_eq!(ground.alpha(), 255);
    for (at, pixel) in cut.pixels().iter().enumerate() {
        let (x, y) = ((at % 512) as f64 - middle, (at / 512) as f64 - middle);
        assert!(
            x.hypot(y) < 0.4 * 512.0 || *pixel == ground,
            "something is drawn at {x}, {y} from the middle"
        );
    }
}
