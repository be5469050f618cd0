//! Enforces the layers: reads `crate::` paths and fails on an import from a layer above.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chuhai::content::load;
use chuhai::routes::Page;

use crate::fixture_content::{body, project};

/// The layers that each layer may import, besides itself.
const MAY_IMPORT: [(&str, &[&str]); 6] = [
    ("hooks", &["template"]),
    ("ui_text", &["template"]),
    ("content", &["template", "ui_text"]),
    ("routes", &["addresses", "content", "hotkeys"]),
    ("components", &["addresses", "content", "hooks", "hotkeys", "islands", "routes", "template", "ui_text"]),
    ("pages", &["content", "components", "islands", "routes", "template", "ui_text"]),
];

fn each_file(folder: &Path, seen: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).expect("a folder of the source").flatten() {
        let path = entry.path();
        if path.is_dir() {
            each_file(&path, seen);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            seen(&path, &fs::read_to_string(&path).expect("a source file"));
        }
    }
}

#[test]
fn no_layer_imports_what_is_above_it() {
    let mut files = 0;
    for (layer, allowed) in MAY_IMPORT {
        each_file(&project().join("src").join(layer), &mut |path, text| {
            files += 1;
            for named in text.split("crate::").skip(1) {
                let named: String =
                    named.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                let fine = named == layer || allowed.contains(&named.as_str());
                assert!(fine, "{}: the layer `{layer}` must not know `{named}`", path.display());
            }
        });
    }
    assert!(files > 20, "only {files} files were read");
}

#[test]
fn only_hooks_and_the_entry_call_the_browser() {
    each_file(&project().join("src"), &mut |path, text| {
        let inside = path.starts_with(project().join("src/hooks"))
            || ["src/main.rs", "src/islands.rs"].iter().any(|file| path == project().join(file));
        // Components name types of elements and events, but call nothing on the window or document.
        let calls = ["web_sys::window", "js_sys::", "web_sys::Document", "web_sys::Window"]
            .iter()
            .find(|call| text.contains(**call));
        assert!(inside || calls.is_none(), "{} speaks to the browser: {calls:?}", path.display());
    });
}

#[test]
fn no_source_depends_on_a_feature() {
    each_file(&project().join("src"), &mut |path, text| {
        assert!(!text.contains("cfg(feature"), "{} renders differently by feature", path.display());
    });
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "xtask/src", "tests"] {
        each_file(&project().join(folder), &mut |path, text| {
            assert!(text.starts_with("//! "), "{} does not open with its duty", path.display());
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
    for stranger in ["toml v", "pulldown-cmark", "strsim", "regex", "html-escape", "base64ct", "xtask"] {
        assert!(!tree.contains(stranger), "{stranger} is in the browser bundle");
    }
}

/// Scripts, and islands that read other markup.
const READS_MARKUP: [&str; 11] = [
    "src/hooks/cards.rs",
    "src/hooks/page_text.rs",
    "src/hooks/reading.rs",
    "src/hooks/fact_rows.rs",
    "src/hooks/scroll.rs",
    "src/components/share/target.rs",
    "src/components/embed_dialog/dialog.rs",
    "src/components/fact_card/evidence_highlight.rs",
    "src/components/navigation/toc.rs",
    "src/js/boot.js",
    "src/js/first-paint.js",
];

/// The classes in selectors of a source's strings.
fn classes(text: &str, quotes: &[char]) -> BTreeSet<String> {
    let code =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    for string in code.split(quotes).skip(1).step_by(2) {
        for (at, _) in string.match_indices('.') {
            let before = string[..at].chars().next_back();
            let name: String =
                string[at + 1..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            if name.len() > 1 && name != "png" && before.is_none_or(|c| " ,>(~+".contains(c)) {
                found.insert(name);
            }
        }
    }
    found
}

#[test]
fn every_class_that_is_read_off_a_page_is_on_one() {
    let story = Arc::new(load::story(&project().join("tests/content/fleet")).expect("the fleet"));
    let mut pages = String::new();
    for page in Page::all(&story) {
        pages.push_str(&body(page, &story));
    }
    let pages = scraper::Html::parse_fragment(&pages);
    let mut seen = 0;
    for file in READS_MARKUP {
        let quotes: &[char] = if file.ends_with(".rs") { &['"'] } else { &['\'', '`'] };
        for class in classes(&fs::read_to_string(project().join(file)).expect("a source"), quotes) {
            let selector = scraper::Selector::parse(&format!(".{class}")).expect("a selector");
            assert!(pages.select(&selector).next().is_some(), "{file} reads `.{class}`, which no page has");
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} classes were looked for");
}
