//! Accessibility: axe-core finds nothing on any page, and pages reflow at 320 pixels.

use std::fs;
use std::time::Duration;

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};

/// Rules that a theme can break: all that depends on colour.
const CONTRAST: &str = "runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] }";

/// Every rule for WCAG 2.2 AA, axe's own, and AAA contrast.
const ALL: &str = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
                   rules: { 'color-contrast-enhanced': { enabled: true } }";

/// The violations that axe-core finds in a page, each as rule and first element.
pub async fn axe_violations(browser: &Browser) -> WebDriverResult<Vec<String>> {
    axe(browser, "document", ALL).await
}

/// The violations in one element of a page.
pub async fn axe_violations_in(browser: &Browser, selector: &str) -> WebDriverResult<Vec<String>> {
    axe(browser, &format!("'{selector}'"), ALL).await
}

/// The violations of contrast in a page.
pub async fn contrast_violations(browser: &Browser) -> WebDriverResult<Vec<String>> {
    axe(browser, "document", CONTRAST).await
}

async fn axe(browser: &Browser, context: &str, rules: &str) -> WebDriverResult<Vec<String>> {
    let axe = std::env::var("AXE").expect("AXE names axe-core's script; run `cargo xtask test e2e`");
    browser.driver.execute(fs::read_to_string(axe).expect("axe-core"), Vec::new()).await?;
    browser.driver.set_script_timeout(Duration::from_secs(120)).await?;
    let run = format!(
        "const done = arguments[0]; axe.run({context}, {{ resultTypes: ['violations'], {rules} }}).then((result) => done(result.violations));"
    );
    let found = browser.driver.execute_async(run, Vec::new()).await?.json().clone();
    let describe = |rule: &Value| format!("{}: {}", rule["id"], rule["nodes"][0]["html"]);
    Ok(found.as_array().expect("a list").iter().map(describe).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_any_kind_of_page_in_any_theme_or_width() -> WebDriverResult<()> {
    for width in [320, 1440] {
        let browser = Browser::new(BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for path in [
            "/s/india/",
            "/s/notes/",
            "/f/sea-trade-2016-deficit/",
            "/facts/",
            "/facts/?region=japan&sort=-figure&view=cards",
            "/e/s/japan/",
            "/e/f/la-kwai-users/",
            "/404.html",
        ] {
            browser.scheme("light").await?;
            browser.open(path).await?;
            browser.start_program().await?;
            browser
                .evaluate("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
                .await?;
            assert_eq!(axe_violations(&browser).await?, Vec::<String>::new(), "{path} light, {width} px");
            browser.scheme("dark").await?;
            assert_eq!(contrast_violations(&browser).await?, Vec::<String>::new(), "{path} dark, {width} px");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_whole_story() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    assert_eq!(axe_violations(&browser).await?, Vec::<String>::new());
    for (scheme, theme) in [("dark", ""), ("dark", "contrast"), ("light", "contrast")] {
        browser.scheme(scheme).await?;
        browser.evaluate(&format!("document.documentElement.dataset.theme = '{theme}'")).await?;
        assert_eq!(contrast_violations(&browser).await?, Vec::<String>::new(), "{scheme} {theme}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_results_of_a_search() -> WebDriverResult<()> {
    for width in [320, 1440] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        browser.click("[data-action=open-search]").await?;
        browser.driver.find(By::Css("[data-action=search]")).await?.send_keys("tiktok").await?;
        browser.wait_for("document.querySelectorAll('[data-search=list] a').length > 10").await?;
        for scheme in ["light", "dark"] {
            browser.scheme(scheme).await?;
            assert_eq!(
                axe_violations_in(&browser, "#search-panel").await?,
                Vec::<String>::new(),
                "{scheme}, {width} px"
            );
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_cut_off_at_320_pixels() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 320, ..BrowserOptions::default() }).await?;
    for path in ["/", "/s/notes/", "/f/sea-trade-2016-deficit/", "/facts/", "/404.html"] {
        browser.open(path).await?;
        browser
            .evaluate("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
            .await?;
        let hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(browser.evaluate(hidden).await?, 0, "{path}");
    }
    Ok(())
}
