//! Accessibility: axe on every page, plus tab stops, names, languages and contrast of states.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::LONG_CARD_PAGE;
use crate::scripts::{LOW_CONTRAST, REPEATED_NAMES, SECTIONS_WITHOUT_SKIP_LINK, TEXT_WITHOUT_LANG};

/// Rules that depend on colour, which a theme can break.
const CONTRAST_RULES: &str =
    "runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] }";

/// Every rule for WCAG 2.2 AA, axe's own, and AAA contrast.
const ALL_RULES: &str = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
                   rules: { 'color-contrast-enhanced': { enabled: true } }";

/// The violations that axe-core finds in a page, each as rule and first element.
pub async fn axe_violations(browser: &Browser) -> WebDriverResult<Vec<String>> {
    axe(browser, "document", ALL_RULES).await
}

/// The violations in one element of a page.
pub async fn axe_violations_in(browser: &Browser, selector: &str) -> WebDriverResult<Vec<String>> {
    axe(browser, &format!("'{selector}'"), ALL_RULES).await
}

/// The violations of contrast in a page.
pub async fn contrast_violations(browser: &Browser) -> WebDriverResult<Vec<String>> {
    axe(browser, "document", CONTRAST_RULES).await
}

async fn axe(browser: &Browser, context: &str, rules: &str) -> WebDriverResult<Vec<String>> {
    // The page may already have the script.
    if browser.evaluate("self.axe === undefined").await? == true {
        let axe = std::env::var("AXE").expect("AXE names axe-core's script; run `cargo xtask test e2e`");
        browser.driver.execute(fs::read_to_string(axe).expect("axe-core"), Vec::new()).await?;
    }
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
            "/s/harbour/",
            "/s/notes/",
            LONG_CARD_PAGE,
            "/facts/",
            "/facts/?region=islands&sort=-figure&view=cards",
            "/e/s/islands/",
            "/e/f/de-first-riders/",
            "/404.html",
        ] {
            browser.set_color_scheme("light").await?;
            browser.open(path).await?;
            browser.start_program().await?;
            browser
                .evaluate("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
                .await?;
            assert_eq!(axe_violations(&browser).await?, Vec::<String>::new(), "{path} light, {width} px");
            browser.set_color_scheme("dark").await?;
            assert_eq!(contrast_violations(&browser).await?, Vec::<String>::new(), "{path} dark, {width} px");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_whole_story() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    assert_eq!(axe_violations(&browser).await?, Vec::<String>::new());
    for (scheme, contrast) in [("dark", ""), ("dark", "more"), ("light", "more")] {
        browser.set_color_scheme(scheme).await?;
        browser.evaluate(&format!("document.documentElement.dataset.contrast = '{contrast}'")).await?;
        assert_eq!(contrast_violations(&browser).await?, Vec::<String>::new(), "{scheme} {contrast}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_results_of_a_search() -> WebDriverResult<()> {
    for width in [320, 1440] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        browser.click("[data-action=open-search]").await?;
        browser.driver.find(By::Css("[data-action=search]")).await?.send_keys("boat").await?;
        browser.wait_for("document.querySelectorAll('[data-search=list] a').length > 10").await?;
        for scheme in ["light", "dark"] {
            browser.set_color_scheme(scheme).await?;
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
async fn the_story_takes_at_most_350_tab_stops_in_the_order_in_which_they_are_seen() -> WebDriverResult<()> {
    let browser =
        Browser::open_alive("/", BrowserOptions { width: 1440, ..BrowserOptions::real_story() }).await?;
    let mut stops: Vec<[f64; 3]> = Vec::new();
    loop {
        browser.driver.action_chain().send_keys(Key::Tab + "").perform().await?;
        let at = "(({ left, top, bottom }) => document.activeElement === document.body ? null : [document.activeElement.matches('.skip-link') ? -999 : left, top + scrollY, bottom + scrollY])(document.activeElement.getBoundingClientRect())";
        let at = browser.evaluate(at).await?;
        let Ok(at) = serde_json::from_value(at) else { break };
        stops.push(at);
        assert!(stops.len() <= 350, "there are more");
    }
    let cards = browser.evaluate("document.querySelectorAll('.fact summary').length").await?;
    assert!(Some(stops.len() as u64) > cards.as_u64(), "only {} stops, of {cards} cards", stops.len());
    for (before, [left, _, bottom]) in stops.iter().zip(&stops[1..]) {
        let same_column = (before[0] - left).abs() < 200.0;
        assert!(!same_column || bottom + 150.0 > before[1], "from {before:?} up to {bottom}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_section_with_cards_begins_with_a_skip_link() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/").await?;
    assert_ne!(browser.evaluate("document.querySelectorAll('main > .section .fact').length").await?, 0);
    assert_eq!(browser.evaluate(SECTIONS_WITHOUT_SKIP_LINK).await?, json!([]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn controls_of_cards_and_plots_have_distinct_names_and_every_table_has_one() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.wait_for("document.querySelector('.fact').ariaLabel").await?;
    assert_eq!(browser.evaluate(REPEATED_NAMES).await?, json!([]));
    for path in ["/", "/facts/", "/s/notes/"] {
        browser.open(path).await?;
        let nameless = "[...document.querySelectorAll('table:not([aria-label], [aria-labelledby])')].length";
        assert_eq!(browser.evaluate(nameless).await?, 0, "{path}");
        let same = "(() => { const names = [...document.querySelectorAll('summary')].map((summary) => summary.textContent); \
                    return names.filter((name, at) => names.indexOf(name) !== at); })()";
        assert_eq!(browser.evaluate(same).await?, json!([]), "{path}");
    }
    browser.open("/facts/").await?;
    assert_eq!(browser.evaluate("document.querySelector('th[data-column=fact]').ariaLabel").await?, "Fact");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_word_in_another_script_says_its_language() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    for path in
        ["/", "/s/notes/", "/f/ha-petrel-found/", "/f/de-mail-sack/", "/e/f/ha-petrel-found/", "/facts/"]
    {
        browser.open(path).await?;
        assert_eq!(browser.evaluate(TEXT_WITHOUT_LANG).await?, json!([]), "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn highlighted_focused_and_target_text_has_enough_contrast() -> WebDriverResult<()> {
    for dark in [false, true] {
        let browser =
            Browser::open_alive("/", BrowserOptions { dark, ..BrowserOptions::real_story() }).await?;
        browser
            .evaluate("document.querySelectorAll('.guess button').forEach((button) => button.click())")
            .await?;
        browser.wait_for("document.querySelectorAll('.guess line').length > 1").await?;
        for contrast in ["", "more"] {
            browser.evaluate(&format!("document.documentElement.dataset.contrast = '{contrast}'")).await?;
            assert_eq!(browser.evaluate(LOW_CONTRAST).await?, json!([]), "dark {dark} {contrast}");
        }
        // A name of the glossary, whichever comes first.
        browser.open("/s/notes/").await?;
        let entry = browser.evaluate("document.querySelector('dt > [id^=entity-]').id").await?;
        browser.open(&format!("/s/notes/#{}", entry.as_str().unwrap_or_default())).await?;
        assert_eq!(browser.evaluate("document.querySelector(':target') !== null").await?, true);
        for contrast in ["", "more"] {
            browser.evaluate(&format!("document.documentElement.dataset.contrast = '{contrast}'")).await?;
            assert_eq!(browser.evaluate(LOW_CONTRAST).await?, json!([]), "notes, dark {dark} {contrast}");
        }
    }
    Ok(())
}
