//! Critical CSS: no page lacks a rule that it needs, before or after its islands are alive.

use std::collections::BTreeMap;
use std::fs;

use chuhai::routes::Page;
use generator::prerender::precache_manifest::PrecacheManifest;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet;
use crate::scripts::COMPARE_STYLE;

/// The inline styles of a page.
pub fn within(html: &str) -> impl Iterator<Item = &str> {
    html.split("<style>").skip(1).filter_map(|rest| rest.split("</style>").next())
}

/// A page for each distinct inline style.
fn pages() -> BTreeMap<String, String> {
    let story = fleet::story();
    let pages = Page::all(&story).into_iter().map(|page| {
        let html = fs::read_to_string(fleet::site_dir().join(page.file(&story))).expect("a page");
        (within(&html).next().expect("a style").to_owned(), page.file(&story))
    });
    pages.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_page_looks_as_with_the_whole_style() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    looks_whole(&browser, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_shows_before_the_program_has_loaded_needs_no_deferred_style() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.block_urls(&["*/boot-*.js"]).await?;
    looks_whole(&browser, false).await
}

/// A cascade layer that arrives later makes Chromium lay out the whole page again.
#[test]
fn the_deferred_style_adds_no_layer() {
    let list = PrecacheManifest::read(fleet::site_dir()).expect("the list of what is kept");
    let file = list.precache.keys().find(|file| file.starts_with("deferred-")).expect("the style");
    let style = fs::read_to_string(fleet::site_dir().join(file)).expect("text");
    assert!(style.contains("dialog") && !style.contains("@layer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn fonts_are_preloaded_on_fast_connections_alone() -> WebDriverResult<()> {
    // Round trips in milliseconds. Firefox and WebKit have no such API.
    for (connection, preloaded, fetched) in [
        ("undefined", 2, true),
        ("{ effectiveType: '4g', rtt: 50 }", 2, true),
        ("{ effectiveType: '4g', rtt: 300 }", 0, false),
        ("{ effectiveType: '3g', rtt: 50 }", 0, false),
        ("{ effectiveType: '4g', rtt: 50, saveData: true }", 0, false),
    ] {
        let browser = Browser::new(BrowserOptions::default()).await?;
        let source = format!("Object.defineProperty(navigator, 'connection', {{ value: {connection} }})");
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        for path in ["/", "/facts/", "/404.html"] {
            browser.open(path).await?;
            let links = "document.querySelectorAll('link[rel=preload][as=font]').length";
            assert_eq!(browser.evaluate(links).await?, preloaded, "{path}, {connection}");
            // `fonts.ready` resolves once no font is loading.
            let fonts = "document.fonts.ready.then(() => performance.getEntriesByType('resource')
                .filter(({ name }) => name.endsWith('.woff2')).map((font) => font.responseStatus))";
            let statuses = browser.evaluate(fonts).await?;
            let statuses = statuses.as_array().map(Vec::as_slice).unwrap_or_default();
            assert_eq!(statuses.len() >= 2, fetched, "{path}, {connection}: {statuses:?}");
            assert!(statuses.iter().all(|status| *status == 200), "{path}, {connection}: {statuses:?}");
        }
    }
    Ok(())
}

/// Compares each distinct page style with the whole stylesheet. `alive` also compares hidden elements, once islands are
/// mounted.
async fn looks_whole(browser: &Browser, alive: bool) -> WebDriverResult<()> {
    let pages = pages();
    assert!(pages.len() > 5, "only {} styles", pages.len());
    browser.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
    for page in pages.values() {
        browser.open(&format!("/{page}")).await?;
        if alive {
            browser.start_program().await?;
        }
        let changed = browser.driver.execute_async(COMPARE_STYLE, vec![json!(alive)]).await?.json().clone();
        assert_eq!(changed, json!([]), "{page}");
    }
    Ok(())
}
