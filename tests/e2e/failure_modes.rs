//! Failure modes: no scripts, no WebAssembly, late WebAssembly, a panic, a strict policy.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::server::{Policy, ServerOptions};

const VISIBLE_CONTROLS: &str = "[...document.querySelectorAll('[data-action]')].filter((control) => control.checkVisibility({ visibilityProperty: true })).length";

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_the_page_is_whole_and_shows_no_dead_control() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions {
        server: ServerOptions { no_wasm: true, ..ServerOptions::default() },
        ..BrowserOptions::default()
    })
    .await?;
    browser.open("/").await?;
    browser
        .wait_for("performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('.wasm'))")
        .await?;
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    browser.click("[data-fact='india-kajal'] > summary").await?;
    browser.wait_for("document.querySelector('[data-fact=india-kajal]').open").await?;
    assert_eq!(browser.evaluate("document.documentElement.dataset.hydrated").await?, serde_json::Value::Null);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_glue_and_webassembly_are_refused_nothing_is_thrown_and_no_control_shows() -> WebDriverResult<()>
{
    let browser = Browser::new(BrowserOptions::default()).await?;
    let refused = "self.thrown = []; addEventListener('unhandledrejection', (event) => self.thrown.push(`${event.reason}`)); \
                   self.fetch = () => Promise.reject(new TypeError('refused'));";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refused })).await?;
    browser.block_urls(&["*/chuhai-*.js"]).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate("self.thrown").await?, json!([]));
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_style_of_the_controls_is_lost_none_shows_and_cards_still_open() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.block_urls(&["*/controls-*.css"]).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    browser.click("[data-fact='india-kajal'] > summary").await?;
    browser.wait_for("document.querySelector('[data-fact=india-kajal]').open").await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_cards_open_and_an_address_shows_its_cards_content() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/#kr-bts-1m").await?;
    let shows = |fact: &str| format!("document.querySelector('#{fact} .adds').checkVisibility()");
    assert_eq!(browser.evaluate(&shows("kr-bts-1m")).await?, true, "the address shows what its card holds");
    assert_eq!(browser.evaluate(&shows("kr-bts-likes")).await?, false);
    browser.driver.find(By::Css("[data-fact='kr-bts-likes'] > summary")).await?.click().await?;
    assert_eq!(browser.evaluate(&shows("kr-bts-likes")).await?, true, "a click opens a card");
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opened_before_webassembly_arrives_stays_open_and_is_counted() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions {
        server: ServerOptions { hold_wasm: true, ..ServerOptions::default() },
        ..BrowserOptions::default()
    })
    .await?;
    browser.open("/").await?;
    browser.click("[data-fact='india-kajal'] > summary").await?;
    browser.server.release();
    browser.start_program().await?;
    browser.wait_for("document.querySelector('[data-counter]').textContent.startsWith('1 of ')").await?;
    assert_eq!(browser.evaluate("document.querySelector('[data-fact=india-kajal]').open").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_while_the_page_comes_to_life_leaves_it_readable_without_controls() -> WebDriverResult<()> {
    let server = ServerOptions { corrupt_html: true, ..ServerOptions::default() };
    let browser = Browser::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    let mut said = Vec::new();
    while !said.iter().any(|line: &String| line.contains("RuntimeError")) {
        said.extend(browser.console().await?);
        browser.wait_for("true").await?;
    }
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    browser.click("[data-fact='india-kajal'] > summary").await?;
    browser.wait_for("document.querySelector('[data-fact=india-kajal]').open").await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_panic_the_controls_go_away_and_cards_still_open() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", BrowserOptions::default()).await?;
    let trap =
        "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
    browser.evaluate(trap).await?;
    browser.wait_for("document.documentElement.dataset.hydrated === undefined").await?;
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    browser.click("[data-fact='india-kajal'] > summary").await?;
    browser.wait_for("document.querySelector('[data-fact=india-kajal]').open").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strict_content_security_policy_is_not_violated() -> WebDriverResult<()> {
    let options = BrowserOptions {
        server: ServerOptions { policy: Some(Policy::Ours), ..ServerOptions::default() },
        ..BrowserOptions::default()
    };
    for path in ["/", "/s/japan/", "/f/kr-bts-1m/"] {
        let browser = Browser::open_hydrated(path, options).await?;
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_that_refuses_the_style_in_the_page_gets_it_from_a_file() -> WebDriverResult<()> {
    for scripts in [true, false] {
        let server = ServerOptions { policy: Some(Policy::NothingInline), ..ServerOptions::default() };
        let browser = Browser::new(BrowserOptions { server, scripts, ..BrowserOptions::default() }).await?;
        browser.open("/f/kr-bts-1m/").await?;
        let styled = "[...document.styleSheets].some((sheet) => sheet.media.length === 0) && getComputedStyle(document.querySelector('.figure')).order === '-1'";
        browser.wait_for(styled).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_address_answers_with_a_page_that_leads_on() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/f/no-such-fact/").await?;
    assert_eq!(browser.evaluate("document.styleSheets[0].cssRules.length > 0").await?, true);
    browser.click("main a").await?;
    browser.wait_for("document.querySelector('main.story') !== null").await
}
