//! The headers for hosts, and the precompressed files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use generator::paths::{dist, project};
use generator::prerender::csp::policy;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::style;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a built site").flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}

fn all(ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    files(&dist(), &mut found);
    found.into_iter().filter(|file| file.to_string_lossy().ends_with(ending)).collect()
}

#[test]
fn the_policy_that_hosts_send_names_the_script_and_the_style_of_every_page() {
    let headers = fs::read_to_string(dist().join("_headers")).expect("_headers");
    let mut styles = 0;
    for page in all(".html") {
        let html = fs::read_to_string(&page).expect("a page");
        let (_, script) = html.split_once("<script data-preload=").expect("the script of the first paint");
        let (_, script) = script.split_once('>').expect("its text");
        let (script, _) = script.split_once("</script>").expect("its end");
        for style in style::within(&html) {
            styles += 1;
            let policy = policy("", script, &BTreeSet::from([style.to_owned()]));
            let hashes: Vec<_> = policy.split('\'').filter(|word| word.starts_with("sha256-")).collect();
            assert_eq!(hashes.len(), 2, "{}: {policy}", page.display());
            for hash in hashes {
                assert!(headers.contains(hash), "{} has another script or style", page.display());
            }
        }
    }
    assert!(styles > 0, "no page has a style");
}

#[test]
fn only_files_with_a_hash_in_their_name_are_cached_for_ever() {
    let headers = fs::read_to_string(dist().join("_headers")).expect("_headers");
    let hashed = |name: &str| {
        name.rsplit('-').next().is_some_and(|hash| hash.split('.').next().map(str::len) == Some(16))
    };
    for file in fs::read_dir(dist()).expect("a built site").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") || file.path().is_dir() {
            continue;
        }
        let cached =
            headers.contains(&format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
        assert_eq!(cached, hashed(&name), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn browsers_may_prerender_pages_that_a_reader_points_at_and_no_file() -> WebDriverResult<()> {
    let headers = fs::read_to_string(dist().join("_headers")).expect("_headers");
    let (_, rest) = headers.split_once("Speculation-Rules: \"/").expect("the header");
    let (file, _) = rest.split_once('"').expect("its end");
    let kind = format!("/{file}\n  Content-Type: application/speculationrules+json\n");
    assert!(headers.contains(&kind), "browsers take rules of no other type");
    let rules = fs::read_to_string(dist().join(file)).expect("the rules");
    let rules: Value = serde_json::from_str(&rules).expect("JSON");
    let [rule] = &rules["prerender"].as_array().expect("rules")[..] else { panic!("one rule") };
    assert_eq!(rule["eagerness"], "moderate");
    let [pages, files, previews] = &rule["where"]["and"].as_array().expect("conditions")[..] else {
        panic!("three conditions")
    };
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/").await?;
    for site in ["http://host.example/", "http://host.example/sub/"] {
        let matches = |pattern: &Value| {
            let matched =
                "['', 's/harbour/', 'facts/?q=gannet', 'data/facts.csv', 's/harbour/cite.bib'].filter";
            format!(
                "{matched}((path) => new URLPattern({pattern}, '{site}{file}').test(new URL(path, '{site}')))"
            )
        };
        let all = browser.evaluate(&matches(&pages["href_matches"])).await?;
        assert_eq!(all.as_array().map(Vec::len), Some(5), "{site}");
        let files = browser.evaluate(&matches(&files["not"]["href_matches"])).await?;
        assert_eq!(files, json!(["data/facts.csv", "s/harbour/cite.bib"]), "{site}");
    }
    let previews = previews["not"]["selector_matches"].as_str().expect("a selector");
    let count = format!("document.querySelectorAll('.passage :is({previews})').length > 0");
    assert_eq!(browser.evaluate(&count).await?, true);
    Ok(())
}

#[test]
fn compressed_files_decompress_to_the_files_beside_them() {
    let pages = all("index.html");
    let compressed = all("index.html.br");
    assert!(!pages.is_empty());
    assert_eq!(pages.len(), compressed.len());
    for file in compressed.iter().take(20) {
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &fs::read(file).expect("a file")[..], &mut text).expect("brotli");
        assert_eq!(text, fs::read(file.with_extension("")).expect("the original"), "{}", file.display());
    }
}

#[test]
fn hosts_that_isolate_their_pages_may_frame_embeds_and_load_every_file() {
    let headers = fs::read_to_string(dist().join("_headers")).expect("_headers");
    assert!(headers.contains("/e/*\n  Cross-Origin-Embedder-Policy: require-corp\n"));
    for file in ["Caddyfile", "nginx.conf"] {
        let config = fs::read_to_string(project().join("target/hosting/dist").join(file)).expect(file);
        for header in ["Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy"] {
            assert!(config.contains(header), "{file} sends no {header}");
        }
    }
    let (rule, _) = headers.strip_prefix("/*\n").and_then(|rules| rules.split_once("\n/")).expect("a rule");
    assert!(rule.contains("  Cross-Origin-Resource-Policy: cross-origin"), "{rule}");
}
