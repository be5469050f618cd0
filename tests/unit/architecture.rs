//! Enforces the layers: reads `crate::` paths and fails on an import from a layer above.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chuhai::routes::Page;

use crate::fixture_content::{body, project, the_fleet};

/// The layers of `src/` that each layer may import, besides itself.
const MAY_IMPORT: [(&str, &[&str]); 10] = [
    ("url_paths", &[]),
    ("template", &[]),
    ("hotkeys", &[]),
    ("islands", &["hooks"]),
    ("hooks", &[]),
    ("ui_text", &["template"]),
    ("content", &["template", "ui_text"]),
    ("routes", &["url_paths", "content", "hotkeys"]),
    ("components", &["url_paths", "content", "hooks", "hotkeys", "islands", "routes", "template", "ui_text"]),
    ("pages", &["content", "components", "islands", "routes", "template", "ui_text"]),
];

/// Calls back with the path and the text of each file with an ending, in a folder and below.
fn each_file(folder: &Path, ending: &str, seen: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).expect("a folder of the source").flatten() {
        let path = entry.path();
        if path.is_dir() {
            each_file(&path, ending, seen);
        } else if path.extension().is_some_and(|other| other == ending) {
            seen(&path, &fs::read_to_string(&path).expect("a source file"));
        }
    }
}

#[test]
fn no_layer_imports_what_is_above_it() {
    let src = project().join("src");
    let mut layers = BTreeSet::new();
    each_file(&src, "rs", &mut |path, text| {
        let below = path.strip_prefix(&src).expect("a file of the source").components().next();
        let layer = Path::new(below.expect("a layer").as_os_str()).file_stem().and_then(|stem| stem.to_str());
        let layer = layer.expect("a name").to_owned();
        // The crate's roots declare the layers.
        if matches!(layer.as_str(), "lib" | "main") {
            return;
        }
        let allowed = MAY_IMPORT.iter().find(|(known, _)| *known == layer);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("what may the layer `{layer}` import?"));
        for named in text.split("crate::").skip(1) {
            let named: String =
                named.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            let fine = named == layer || allowed.contains(&named.as_str());
            assert!(fine, "{}: the layer `{layer}` must not import `{named}`", path.display());
        }
        assert!(!text.contains("super::super::"), "{}: may leave its layer", path.display());
        layers.insert(layer);
    });
    assert_eq!(layers, MAY_IMPORT.map(|(layer, _)| layer.to_owned()).into());
}

#[test]
fn only_the_loader_of_the_content_knows_how_the_whole_is_loaded() {
    let content = project().join("src/content");
    each_file(&content, "rs", &mut |path, text| {
        let inside = path.starts_with(content.join("load"));
        assert!(inside || !text.contains("load::"), "{} imports the loader of the whole", path.display());
    });
}

#[test]
fn only_hooks_and_the_entry_name_the_crates_of_the_browser() {
    each_file(&project().join("src"), "rs", &mut |path, text| {
        let inside = path.starts_with(project().join("src/hooks"))
            || ["src/main.rs", "src/islands.rs"].iter().any(|file| path == project().join(file));
        let named = ["web_sys", "js_sys", "wasm_bindgen"].iter().find(|name| text.contains(**name));
        assert!(inside || named.is_none(), "{} names {named:?}", path.display());
    });
}

#[test]
fn no_source_depends_on_a_feature() {
    each_file(&project().join("src"), "rs", &mut |path, text| {
        assert!(!text.contains("cfg(feature"), "{} renders differently by feature", path.display());
    });
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "generator/src", "xtask/src", "tests"] {
        each_file(&project().join(folder), "rs", &mut |path, text| {
            assert!(
                text.starts_with("//! "),
                "{} does not begin with a comment on its purpose",
                path.display()
            );
        });
    }
}

#[test]
fn the_browser_bundle_holds_no_parser_and_no_renderer() {
    let words = [
        "tree",
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "normal,no-proc-macro",
        "--features",
        "csr",
    ];
    let tree =
        generator::command::output(&mut generator::command::command("cargo", &words)).expect("cargo tree");
    assert!(tree.contains("yew v"), "the tree is not the bundle's:\n{tree}");
    // yew/ssr brings in html-escape and base64ct.
    for package in ["toml v", "pulldown-cmark", "strsim", "regex", "html-escape", "base64ct", "xtask"] {
        assert!(!tree.contains(package), "{package} is in the browser bundle");
    }
}

/// The classes in selectors of a source's strings.
fn classes(file: &Path, text: &str) -> BTreeSet<String> {
    let (quotes, escaped): (&[char], _) = if file.extension().is_some_and(|ending| ending == "rs") {
        (&['"'], "\"")
    } else {
        (&['\'', '`'], "'")
    };
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    // A quotation mark as a letter begins no string.
    let code = code.replace("'\"'", "").replace(&format!("\\{escaped}"), "");
    let parts: Vec<_> = code.split(quotes).collect();
    assert!(parts.len() % 2 == 1, "{} has an odd number of quotation marks", file.display());
    let mut found = BTreeSet::new();
    for string in parts.into_iter().skip(1).step_by(2) {
        for (at, _) in string.match_indices('.') {
            let before = string[..at].chars().next_back();
            let name: String =
                string[at + 1..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            let is_file = matches!(name.as_str(), "png" | "csv");
            if name.len() > 1 && !is_file && before.is_none_or(|c| " ,>(~+".contains(c)) {
                found.insert(name);
            }
        }
    }
    found
}

#[test]
fn every_class_that_a_selector_names_is_on_a_page() {
    let story = the_fleet();
    let mut pages = String::new();
    for page in Page::all(&story) {
        pages.push_str(&body(page, &story));
    }
    let pages = scraper::Html::parse_fragment(&pages);
    for (folder, ending, well_known) in
        [("hooks", "rs", "passage"), ("components", "rs", "fact-title"), ("js", "js", "fact-actions")]
    {
        let mut named = BTreeSet::new();
        each_file(&project().join("src").join(folder), ending, &mut |file, text| {
            for class in classes(file, text) {
                let selector = scraper::Selector::parse(&format!(".{class}")).expect("a selector");
                let file = file.display();
                assert!(
                    pages.select(&selector).next().is_some(),
                    "{file} names `.{class}`, which no page has"
                );
                named.insert(class);
            }
        });
        assert!(named.contains(well_known), "src/{folder} names {named:?} and not `.{well_known}`");
    }
}
