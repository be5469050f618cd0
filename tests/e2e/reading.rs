//! Cards: open, close, and deep links.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};

const FACT: &str = "india-vmate-mau";
const OTHER: &str = "kr-bts-1m";

fn open(fact: &str) -> String {
    format!("document.querySelector('[data-fact=\"{fact}\"]').open")
}

const COUNTER: &str = "document.querySelector('[data-counter]').textContent";
const FOCUSED: &str = "document.activeElement.closest('[data-fact]')?.dataset.fact";

#[tokio::test(flavor = "multi_thread")]
async fn the_console_stays_clean_from_load_to_the_last_card() -> WebDriverResult<()> {
    for path in ["/", "/s/india/", "/s/notes/", &format!("/f/{FACT}/")] {
        let browser = Browser::open_hydrated(path, BrowserOptions::default()).await?;
        if path != "/s/notes/" {
            browser
                .wait_for(
                    "[...document.querySelectorAll('summary')].map((summary) => summary.click()).length > 0",
                )
                .await?;
        }
        browser.evaluate("scrollTo(0, document.body.scrollHeight)").await?;
        browser
            .wait_for("![...document.querySelectorAll('[data-action]')].some((control) => control.hidden)")
            .await?;
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_opens_its_card_in_view_and_moves_the_focus_there() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated(&format!("/#{FACT}"), BrowserOptions::default()).await?;
    browser.wait_for(&open(FACT)).await?;
    browser.wait_for(&format!("{FOCUSED} === '{FACT}'")).await?;
    let top =
        browser.evaluate(&format!("document.getElementById('{FACT}').getBoundingClientRect().top")).await?;
    let top = top.as_f64().unwrap_or(-1.0);
    assert!((0.0..450.0).contains(&top), "the card's head is at {top}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_card_holds_goes_when_it_is_closed_though_the_page_was_opened_at_it() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/#kr-bts-1m", BrowserOptions::default()).await?;
    let shows = "document.querySelector('#kr-bts-1m .adds').checkVisibility()";
    browser.wait_for("document.querySelector('[data-fact=kr-bts-1m]').open").await?;
    assert_eq!(browser.evaluate(shows).await?, true);
    browser.click("[data-fact=kr-bts-1m] > summary").await?;
    browser.wait_for(&format!("!{shows}")).await?;
    assert_eq!(browser.evaluate("document.querySelector('#kr-bts-1m:target') !== null").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_in_the_prose_opens_its_card_and_back_returns() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", BrowserOptions::default()).await?;
    browser.click(&format!("p > a[href='#{OTHER}']")).await?;
    browser.wait_for(&format!("{} && {FOCUSED} === '{OTHER}'", open(OTHER))).await?;
    assert_eq!(browser.evaluate("location.hash").await?, format!("#{OTHER}"));
    browser.driver.back().await?;
    browser.wait_for("location.hash === ''").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_link_followed_twice_opens_a_card_that_was_closed_between() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", BrowserOptions::default()).await?;
    let link = format!("document.querySelector(\"p > a[href='#{OTHER}']\").click()");
    browser.evaluate(&link).await?;
    browser.wait_for(&open(OTHER)).await?;
    browser.evaluate(&format!("{} = false", open(OTHER))).await?;
    browser.wait_for("location.hash === ''").await?;
    browser.evaluate(&link).await?;
    browser.wait_for(&open(OTHER)).await?;
    browser.evaluate("document.activeElement.blur()").await?;
    browser.evaluate(&link).await?;
    browser.wait_for(&format!("{FOCUSED} === '{OTHER}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_and_closing_keep_the_address_current_without_filling_the_history() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", BrowserOptions::default()).await?;
    let before = browser.evaluate("history.length").await?;
    let summary = format!("[data-fact='{FACT}'] > summary");
    browser.click(&summary).await?;
    browser.wait_for(&format!("location.hash === '#{FACT}'")).await?;
    browser.click(&format!("[data-fact='{OTHER}'] > summary")).await?;
    browser.wait_for(&format!("location.hash === '#{OTHER}'")).await?;
    browser.click(&summary).await?;
    browser.wait_for(&format!("!{}", open(FACT))).await?;
    assert_eq!(
        browser.evaluate("location.hash").await?,
        format!("#{OTHER}"),
        "closing another card leaves the address"
    );
    browser.click(&format!("[data-fact='{OTHER}'] > summary")).await?;
    browser.wait_for("location.href.indexOf('#') < 0").await?;
    assert_eq!(browser.evaluate("history.length").await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_the_browser_opens_itself_is_counted_named_and_focused() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", BrowserOptions::default()).await?;
    // As find-in-page does: the attribute changes, and no summary is clicked.
    browser
        .evaluate(&format!("document.querySelector('[data-fact=\"{FACT}\"]').setAttribute('open', '')"))
        .await?;
    browser.wait_for(&format!("location.hash === '#{FACT}' && {FOCUSED} === '{FACT}'")).await?;
    browser.wait_for(&format!("{COUNTER}.startsWith('1 of ')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn open_all_opens_and_counts_a_section_or_the_story() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", BrowserOptions::default()).await?;
    let total = browser.evaluate("document.querySelectorAll('[data-fact]').length").await?;
    browser.evaluate("scrollTo(0, document.getElementById('japan').offsetTop)").await?;
    browser.wait_for("!document.querySelector('#japan [data-action=expand-all]').hidden").await?;
    browser.click("#japan [data-action='expand-all']").await?;
    browser
        .wait_for("[...document.querySelectorAll('#japan [data-fact]')].every((card) => card.open)")
        .await?;
    let japan = browser.evaluate("document.querySelectorAll('#japan [data-fact]').length").await?;
    assert_eq!(browser.evaluate("document.querySelectorAll('[data-fact][open]').length").await?, japan);
    browser.wait_for(&format!("{COUNTER} === '{japan} of {total} open'")).await?;
    browser.click("[data-root=tools] [data-action='expand-all']").await?;
    browser.wait_for(&format!("{COUNTER} === '{total} of {total} open'")).await?;
    assert_eq!(browser.evaluate("location.hash").await?, json!(""), "opening all names no single card");
    browser.click("[data-root=tools] [data-action='collapse-all']").await?;
    browser.wait_for(&format!("{COUNTER} === '0 of {total} open'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opens_with_the_keyboard_alone() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", BrowserOptions::default()).await?;
    let summary = browser.driver.find(By::Css(format!("[data-fact='{FACT}'] > summary"))).await?;
    summary.focus().await?;
    browser.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    browser.wait_for(&open(FACT)).await?;
    browser.wait_for(&format!("{COUNTER}.startsWith('1 of ')")).await
}
