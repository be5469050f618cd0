//! What happens when something fails: no scripts, no WebAssembly, a late one, a panic, a strict host.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::server::{Host, Policy};

const VISIBLE_CONTROLS: &str = "[...document.querySelectorAll('[data-action]')].filter((control) => control.checkVisibility({ visibilityProperty: true })).length";

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_the_page_is_whole_and_shows_no_dead_control() -> WebDriverResult<()> {
    let reader =
        Reader::new(Wish { host: Host { no_wasm: true, ..Host::default() }, ..Wish::default() }).await?;
    reader.open("/").await?;
    reader
        .until("performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('.wasm'))")
        .await?;
    assert_eq!(reader.ask(VISIBLE_CONTROLS).await?, 0);
    reader.click("[data-fact='india-kajal'] > summary").await?;
    reader.until("document.querySelector('[data-fact=india-kajal]').open").await?;
    assert_eq!(reader.ask("document.documentElement.dataset.hydrated").await?, serde_json::Value::Null);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_glue_and_webassembly_are_refused_nothing_is_thrown_and_no_control_shows() -> WebDriverResult<()>
{
    let reader = Reader::new(Wish::default()).await?;
    let refused = "self.thrown = []; addEventListener('unhandledrejection', (event) => self.thrown.push(`${event.reason}`)); \
                   self.fetch = () => Promise.reject(new TypeError('refused'));";
    reader.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refused })).await?;
    reader.block(&["*/chuhai-*.js"]).await?;
    reader.open("/").await?;
    reader.until("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(reader.ask("self.thrown").await?, json!([]));
    assert_eq!(reader.ask(VISIBLE_CONTROLS).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_style_of_the_controls_is_lost_none_shows_and_cards_still_open() -> WebDriverResult<()> {
    let reader = Reader::new(Wish::default()).await?;
    reader.block(&["*/controls-*.css"]).await?;
    reader.open("/").await?;
    reader.until("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(reader.ask(VISIBLE_CONTROLS).await?, 0);
    reader.click("[data-fact='india-kajal'] > summary").await?;
    reader.until("document.querySelector('[data-fact=india-kajal]').open").await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_cards_open_and_an_address_shows_its_cards_content() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open("/#kr-bts-1m").await?;
    let shows = |fact: &str| format!("document.querySelector('#{fact} .adds').checkVisibility()");
    assert_eq!(reader.ask(&shows("kr-bts-1m")).await?, true, "the address shows what its card holds");
    assert_eq!(reader.ask(&shows("kr-bts-likes")).await?, false);
    reader.driver.find(By::Css("[data-fact='kr-bts-likes'] > summary")).await?.click().await?;
    assert_eq!(reader.ask(&shows("kr-bts-likes")).await?, true, "a click opens a card");
    assert_eq!(reader.ask(VISIBLE_CONTROLS).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opened_before_webassembly_arrives_stays_open_and_is_counted() -> WebDriverResult<()> {
    let reader =
        Reader::new(Wish { host: Host { hold_wasm: true, ..Host::default() }, ..Wish::default() }).await?;
    reader.open("/").await?;
    reader.click("[data-fact='india-kajal'] > summary").await?;
    reader.site.release();
    reader.until_alive().await?;
    reader.until("document.querySelector('[data-counter]').textContent.startsWith('1 of ')").await?;
    assert_eq!(reader.ask("document.querySelector('[data-fact=india-kajal]').open").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_while_the_page_comes_to_life_leaves_it_readable_without_controls() -> WebDriverResult<()> {
    let host = Host { tampered: true, ..Host::default() };
    let reader = Reader::new(Wish { host, ..Wish::default() }).await?;
    reader.open("/").await?;
    let mut said = Vec::new();
    while !said.iter().any(|line: &String| line.contains("RuntimeError")) {
        said.extend(reader.console().await?);
        reader.until("true").await?;
    }
    assert_eq!(reader.ask(VISIBLE_CONTROLS).await?, 0);
    reader.click("[data-fact='india-kajal'] > summary").await?;
    reader.until("document.querySelector('[data-fact=india-kajal]').open").await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_panic_the_controls_go_away_and_cards_still_open() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let trap =
        "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
    reader.ask(trap).await?;
    reader.until("document.documentElement.dataset.hydrated === undefined").await?;
    assert_eq!(reader.ask(VISIBLE_CONTROLS).await?, 0);
    reader.click("[data-fact='india-kajal'] > summary").await?;
    reader.until("document.querySelector('[data-fact=india-kajal]').open").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strict_content_security_policy_is_not_violated() -> WebDriverResult<()> {
    let wish = Wish { host: Host { policy: Some(Policy::Ours), ..Host::default() }, ..Wish::default() };
    for path in ["/", "/s/japan/", "/f/kr-bts-1m/"] {
        let reader = Reader::at(path, wish).await?;
        assert_eq!(reader.console().await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_that_refuses_the_style_in_the_page_gets_it_from_a_file() -> WebDriverResult<()> {
    for scripts in [true, false] {
        let host = Host { policy: Some(Policy::NothingInline), ..Host::default() };
        let reader = Reader::new(Wish { host, scripts, ..Wish::default() }).await?;
        reader.open("/f/kr-bts-1m/").await?;
        let styled = "[...document.styleSheets].some((sheet) => sheet.media.length === 0) && getComputedStyle(document.querySelector('.figure')).order === '-1'";
        reader.until(styled).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_address_answers_with_a_page_that_leads_on() -> WebDriverResult<()> {
    let reader = Reader::new(Wish::default()).await?;
    reader.open("/f/no-such-fact/").await?;
    assert_eq!(reader.ask("document.styleSheets[0].cssRules.length > 0").await?, true);
    reader.click("main a").await?;
    reader.until("document.querySelector('main.story') !== null").await
}
