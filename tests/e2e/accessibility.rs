//! Accessibility: axe-core finds nothing on any page, and what axe does not look at: tab stops, names, languages, contrast
//! of passing states.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};

/// Rules that a theme can break: all that depends on colour.
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
async fn the_story_takes_at_most_350_tab_stops_in_the_order_in_which_they_are_seen() -> WebDriverResult<()> {
    let browser =
        Browser::open_alive("/", BrowserOptions { width: 1440, ..BrowserOptions::default() }).await?;
    let mut stops: Vec<[f64; 3]> = Vec::new();
    loop {
        browser.driver.action_chain().send_keys(Key::Tab + "").perform().await?;
        let at = "(({ left, top, bottom }) => document.activeElement === document.body ? null : [document.activeElement.matches('.skip-link') ? -999 : left, top + scrollY, bottom + scrollY])(document.activeElement.getBoundingClientRect())";
        let at = browser.evaluate(at).await?;
        let Ok(at) = serde_json::from_value(at) else { break };
        stops.push(at);
        assert!(stops.len() <= 350, "there are more");
    }
    assert!(stops.len() > 200, "only {}", stops.len());
    for (before, [left, _, bottom]) in stops.iter().zip(&stops[1..]) {
        let same_column = (before[0] - left).abs() < 200.0;
        assert!(!same_column || bottom + 150.0 > before[1], "from {before:?} up to {bottom}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_at_the_head_of_each_section_with_cards_leads_past_them() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/").await?;
    let wrong = "[...document.querySelectorAll('main > .section')].filter((section) => { \
                 const first = section.querySelector('a[href], button, summary'); \
                 return section.querySelector('.fact') && (!first.matches('.skip-link') || \
                 document.getElementById(first.hash.slice(1)) !== section.nextElementSibling); }).map(({ id }) => id)";
    assert_eq!(browser.evaluate(wrong).await?, json!([]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_two_controls_of_cards_and_plots_have_one_name_and_articles_and_tables_have_one()
-> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.wait_for("document.querySelector('.fact').ariaLabel").await?;
    let names = "(() => { const name = (part) => part.ariaLabel || document.getElementById(part.getAttribute('aria-labelledby'))?.textContent || part.textContent;
        const names = [...document.querySelectorAll('.fact summary, .fact-actions > *, .plot summary, .plot .files a, article, table')].map((part) => `${part.localName} ${name(part)}`);
        return names.filter((name, at) => !name.includes(' ') || names.indexOf(name) !== at); })()";
    assert_eq!(browser.evaluate(names).await?, json!([]));
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
    let stray = "(() => { const stray = []; const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) { const { data, parentElement: part } = walker.currentNode;
        if (/[\\u0900-\\u097f\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]/.test(data) && !part.closest('script, style, option')
            && part.closest('[lang]').getAttribute('lang').startsWith('en')) stray.push(data); } return stray; })()";
    for path in
        ["/", "/s/notes/", "/f/india-kajal/", "/f/us-nurse-holly-claim/", "/e/f/india-kajal/", "/facts/"]
    {
        browser.open(path).await?;
        assert_eq!(browser.evaluate(stray).await?, json!([]), "{path}");
    }
    Ok(())
}

/// The least contrast of words, and of bars, in states that pass: what an address names, what has the focus, what is lit.
const CONTRAST: &str = "(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const paint = (colours) => { canvas.clearRect(0, 0, 1, 1); for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0); };
    const grounds = (part) => part ? [...grounds(part.parentElement), getComputedStyle(part).backgroundColor] : ['white'];
    const contrast = (part, colour) => { const [one, other] = [paint(grounds(part)), paint([...grounds(part), colour])].sort((one, other) => one - other); return (other + 0.05) / (one + 0.05); };
    const low = [];
    const words = (part) => { for (const inner of [part, ...part.querySelectorAll('*')]) {
        if (!inner.checkVisibility() || !inner.textContent.trim()) continue;
        const is = contrast(inner, getComputedStyle(inner).color);
        if (is < 7) low.push(`${inner.localName}.${inner.className} in ${part.closest('[id]')?.id}: ${is.toFixed(2)}`); } };
    document.querySelectorAll('.fact').forEach((card) => { card.classList.add('lit'); words(card.querySelector('.fact-row')); });
    document.querySelectorAll('.passage a[data-fact-link]').forEach((link) => { link.classList.add('lit'); words(link); });
    document.querySelectorAll('.section-head, .passage > p').forEach((place) => { place.tabIndex = -1; place.focus({ preventScroll: true }); words(place); });
    for (const bar of document.querySelectorAll('.guess rect, .shape')) { const is = contrast(bar.closest('svg'), getComputedStyle(bar).fill); if (is < 3) low.push(`bar ${is.toFixed(2)}`); }
    for (const entry of document.querySelectorAll(':target')) words(entry);
    return [...new Set(low)].slice(0, 20);
})()";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_lit_focused_or_named_by_the_address_is_read_as_well_as_the_rest() -> WebDriverResult<()> {
    for dark in [false, true] {
        let browser = Browser::open_alive("/", BrowserOptions { dark, ..BrowserOptions::default() }).await?;
        browser
            .evaluate("document.querySelectorAll('.guess button').forEach((button) => button.click())")
            .await?;
        browser.wait_for("document.querySelectorAll('.guess rect').length > 1").await?;
        for theme in ["", "contrast"] {
            browser.evaluate(&format!("document.documentElement.dataset.theme = '{theme}'")).await?;
            assert_eq!(browser.evaluate(CONTRAST).await?, json!([]), "dark {dark} {theme}");
        }
        browser.open("/s/notes/#entity-tiktok").await?;
        for theme in ["", "contrast"] {
            browser.evaluate(&format!("document.documentElement.dataset.theme = '{theme}'")).await?;
            assert_eq!(browser.evaluate(CONTRAST).await?, json!([]), "notes, dark {dark} {theme}");
        }
    }
    Ok(())
}
