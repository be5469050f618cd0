//! Smoke tests of the real story in `dist/`: one page of each kind, found by content. All other tests of behaviour
//! read the fixture.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chuhai::content::{Story, load};
use chuhai::routes::Page;
use generator::paths::{dist, project};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::{axe_violations, contrast_violations};
use crate::browser::{Browser, BrowserOptions};
use crate::scripts::{OVERFLOW, TEXT_WITHOUT_LANG};

const OPEN_ALL: &str = "document.querySelectorAll('details').forEach((part) => { part.open = true; })";
/// The controls that show.
const CONTROLS: &str = "[...document.querySelectorAll('button, input, select, .fact summary')].filter((control) => control.checkVisibility({ visibilityProperty: true })).map((control) => control.outerHTML.slice(0, 99))";
/// The text that readers without scripts see: its length, and the hidden parts.
const TEXT: &str = "((parts) => [parts.length, parts.filter((part) => !part.checkVisibility({ visibilityProperty: true })).map((part) => part.outerHTML.slice(0, 99))])\
    ([...document.querySelectorAll('h1, .passage > p, .fact-header, #facts tbody tr, main dt:not(details *)')])";

/// The kind of a page: its folder, such as `e/f`. The endnotes are a kind of their own.
fn kind(address: &str) -> &str {
    let page = address.trim_matches('/');
    if page == "s/notes" { page } else { page.rsplit_once('/').map_or(page, |(folder, _)| folder) }
}

fn addresses() -> Vec<String> {
    let story = load::story(&project().join("content")).expect("content without mistakes");
    longest_page_of_each_kind(&story, &dist())
}

/// The URL of the longest page of each kind, which has the most that can fail.
pub fn longest_page_of_each_kind(story: &Story, site: &Path) -> Vec<String> {
    let mut longest = BTreeMap::new();
    for page in Page::all(story).into_iter().filter(|page| !matches!(page, Page::Redirect(_))) {
        let file = page.file(story);
        let bytes = fs::metadata(site.join(&file)).expect("a page").len();
        let address = format!("/{}", file.trim_end_matches("index.html"));
        let found = longest.entry(kind(&address).to_owned()).or_insert((0, String::new()));
        *found = (&*found).max(&(bytes, address)).clone();
    }
    assert!(longest.len() >= 9, "{longest:?}");
    longest.into_values().map(|(_, address)| address).collect()
}

/// Opens the longest page of each kind and starts its program, which logs nothing.
async fn each_alive(
    browser: &Browser,
    check: impl AsyncFn(&str) -> WebDriverResult<()>,
) -> WebDriverResult<()> {
    for address in addresses() {
        browser.open(&address).await?;
        browser.start_program().await?;
        browser.evaluate(OPEN_ALL).await?;
        // Sections out of view have estimated heights and would overlap when measured.
        browser.evaluate("delete document.documentElement.dataset.layout").await?;
        assert_eq!(browser.evaluate(OVERFLOW).await?, 0, "{address} is cut off");
        check(&address).await?;
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{address}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_page_is_whole_and_accessible_on_a_narrow_screen() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 320, ..BrowserOptions::real_story() }).await?;
    each_alive(&browser, async |address| {
        assert_eq!(axe_violations(&browser).await?, Vec::<String>::new(), "{address}");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_page_is_whole_on_a_wide_screen_in_the_dark_and_on_paper() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 1440, ..BrowserOptions::real_story() }).await?;
    each_alive(&browser, async |address| {
        for (scheme, contrast) in [("light", "more"), ("dark", "more"), ("dark", "")] {
            browser.set_color_scheme(scheme).await?;
            browser.evaluate(&format!("document.documentElement.dataset.contrast = '{contrast}'")).await?;
            let found = contrast_violations(&browser).await?;
            assert_eq!(found, Vec::<String>::new(), "{address} {scheme} {contrast}");
        }
        // Embeds have no print style: they print as they show.
        if address.starts_with("/e/") {
            return Ok(());
        }
        browser.emulate_print().await?;
        assert_eq!(browser.evaluate(CONTROLS).await?, json!([]), "{address} prints controls");
        browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await.map(drop)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_page_can_be_read_without_scripts() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::real_story() }).await?;
    for address in addresses() {
        browser.open(&address).await?;
        let text = browser.evaluate(TEXT).await?;
        assert!(text[0].as_u64() > Some(0), "{address} has no text");
        assert_eq!(text[1], json!([]), "{address} hides text");
        assert_eq!(browser.evaluate(TEXT_WITHOUT_LANG).await?, json!([]), "{address}");
    }
    Ok(())
}
