//! Visual regression: compares fixture pages with approved screenshots, by odiff. `UPDATE_SCREENSHOTS=1 cargo xtask
//! test e2e screenshots` writes them again; review each before you commit it.

use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use generator::paths::project;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::prelude::*;
use xtask::build::{self, BuildOptions};

use crate::browser::{Browser, BrowserOptions};

const PAGES: [(&str, &str); 6] = [
    ("story", "/"),
    ("section", "/s/harbour/"),
    ("fact", "/f/heron-crew/"),
    ("facts", "/facts/"),
    ("embed", "/e/f/heron-crew/"),
    ("not-found", "/404.html"),
];

/// The share of pixels that may differ between browser versions, in percent.
const TOLERANCE: f64 = 0.5;

/// Builds the fixture's site with blocking fonts, so that screenshots do not depend on load time.
fn site() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("site");
    let options = BuildOptions::new(project().join("tests/content/two-boats"), None).expect("options");
    build::build(&BuildOptions { out: out.clone(), ..options }).expect("the fixture's site");
    for (_, path) in PAGES {
        let path = path.trim_start_matches('/');
        let file =
            out.join(if path.ends_with(".html") { path.to_owned() } else { format!("{path}index.html") });
        let html = fs::read_to_string(&file).expect("a page");
        assert!(html.contains("font-display:swap"), "{path}");
        fs::write(&file, html.replace("font-display:swap", "font-display:block")).expect("a page");
    }
    folder
}

async fn screenshot(browser: &Browser, path: &str) -> WebDriverResult<Vec<u8>> {
    browser.open(path).await?;
    browser.evaluate("void (document.documentElement.dataset.motion = 'less')").await?;
    browser.wait_for("document.readyState === 'complete' && document.fonts.status === 'loaded'").await?;
    let taken = browser.cdp("Page.captureScreenshot", json!({ "format": "png" })).await?;
    Ok(BASE64_STANDARD.decode(taken["data"].as_str().unwrap_or_default()).expect("a screenshot"))
}

/// The percentage of pixels that differ. Images of different sizes differ in all.
fn difference(approved: &Path, taken: &Path, shown: &Path) -> f64 {
    let npm = std::env::var("NPM").expect("NPM, the folder of npm packages");
    let mut odiff = Command::new(Path::new(&npm).join(".bin/odiff"));
    odiff.args([approved, taken, shown]).args([
        "--antialiasing",
        "--threshold",
        "0.2",
        "--fail-on-layout",
        "--parsable-stdout",
    ]);
    let ended = odiff.output().expect("odiff");
    match ended.status.code() {
        Some(0) => 0.0,
        Some(22) => {
            let output = String::from_utf8_lossy(&ended.stdout);
            let share = output.trim().split(';').nth(1).and_then(|share| share.parse().ok());
            share.unwrap_or_else(|| panic!("odiff printed {output:?}"))
        }
        _ => 100.0,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_page_looks_as_approved_in_two_widths_light_and_dark() -> WebDriverResult<()> {
    let folder = site();
    let approved = project().join("tests/screenshots/pages");
    let failures = project().join("target/failures/screenshots");
    fs::create_dir_all(&failures).expect("a folder");
    let mut differ = Vec::new();
    for (width, dark) in [(390, false), (390, true), (1440, false), (1440, true)] {
        let browser = Browser::new(BrowserOptions { width, dark, ..BrowserOptions::default() }).await?;
        browser.server.serve(Some(&folder.path().join("site")));
        browser.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        for (kind, path) in PAGES {
            let name = format!("{kind}-{width}-{}.png", if dark { "dark" } else { "light" });
            let (approved, taken) = (approved.join(&name), failures.join(&name));
            let png = screenshot(&browser, path).await?;
            if std::env::var_os("UPDATE_SCREENSHOTS").is_some() {
                fs::write(&approved, png).expect("a screenshot");
                continue;
            }
            fs::write(&taken, png).expect("a screenshot");
            let share = difference(&approved, &taken, &failures.join(format!("differs-{name}")));
            if share > TOLERANCE {
                differ.push(format!("{name}: {share} %"));
            }
        }
    }
    assert_eq!(
        differ,
        Vec::<String>::new(),
        "the screenshots, and where they differ, are in {}",
        failures.display()
    );
    Ok(())
}
