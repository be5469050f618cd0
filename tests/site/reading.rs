//! What a reader does: open, close, follow addresses.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};

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
        let reader = Reader::at(path, Wish::default()).await?;
        if path != "/s/notes/" {
            reader
                .until(
                    "[...document.querySelectorAll('summary')].map((summary) => summary.click()).length > 0",
                )
                .await?;
        }
        reader.ask("scrollTo(0, document.body.scrollHeight)").await?;
        reader
            .until("![...document.querySelectorAll('[data-action]')].some((control) => control.hidden)")
            .await?;
        assert_eq!(reader.console().await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_opens_its_card_in_view_and_moves_the_focus_there() -> WebDriverResult<()> {
    let reader = Reader::at(&format!("/#{FACT}"), Wish::default()).await?;
    reader.until(&open(FACT)).await?;
    reader.until(&format!("{FOCUSED} === '{FACT}'")).await?;
    let top = reader.ask(&format!("document.getElementById('{FACT}').getBoundingClientRect().top")).await?;
    let top = top.as_f64().unwrap_or(-1.0);
    assert!((0.0..450.0).contains(&top), "the card's head is at {top}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_card_holds_goes_when_it_is_closed_though_the_page_was_opened_at_it() -> WebDriverResult<()> {
    let reader = Reader::at("/#kr-bts-1m", Wish::default()).await?;
    let shows = "document.querySelector('#kr-bts-1m .adds').checkVisibility()";
    reader.until("document.querySelector('[data-fact=kr-bts-1m]').open").await?;
    assert_eq!(reader.ask(shows).await?, true);
    reader.click("[data-fact=kr-bts-1m] > summary").await?;
    reader.until(&format!("!{shows}")).await?;
    assert_eq!(reader.ask("document.querySelector('#kr-bts-1m:target') !== null").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_in_the_prose_opens_its_card_and_back_returns() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.click(&format!("p > a[href='#{OTHER}']")).await?;
    reader.until(&format!("{} && {FOCUSED} === '{OTHER}'", open(OTHER))).await?;
    assert_eq!(reader.ask("location.hash").await?, format!("#{OTHER}"));
    reader.driver.back().await?;
    reader.until("location.hash === ''").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_link_followed_twice_opens_a_card_that_was_closed_between() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let link = format!("document.querySelector(\"p > a[href='#{OTHER}']\").click()");
    reader.ask(&link).await?;
    reader.until(&open(OTHER)).await?;
    reader.ask(&format!("{} = false", open(OTHER))).await?;
    reader.until("location.hash === ''").await?;
    reader.ask(&link).await?;
    reader.until(&open(OTHER)).await?;
    reader.ask("document.activeElement.blur()").await?;
    reader.ask(&link).await?;
    reader.until(&format!("{FOCUSED} === '{OTHER}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_and_closing_keep_the_address_current_without_filling_the_history() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let before = reader.ask("history.length").await?;
    let summary = format!("[data-fact='{FACT}'] > summary");
    reader.click(&summary).await?;
    reader.until(&format!("location.hash === '#{FACT}'")).await?;
    reader.click(&format!("[data-fact='{OTHER}'] > summary")).await?;
    reader.until(&format!("location.hash === '#{OTHER}'")).await?;
    reader.click(&summary).await?;
    reader.until(&format!("!{}", open(FACT))).await?;
    assert_eq!(
        reader.ask("location.hash").await?,
        format!("#{OTHER}"),
        "closing another card leaves the address"
    );
    reader.click(&format!("[data-fact='{OTHER}'] > summary")).await?;
    reader.until("location.href.indexOf('#') < 0").await?;
    assert_eq!(reader.ask("history.length").await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_the_browser_opens_itself_is_counted_named_and_focused() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    // As find-in-page does: the attribute changes, and no summary is clicked.
    reader.ask(&format!("document.querySelector('[data-fact=\"{FACT}\"]').setAttribute('open', '')")).await?;
    reader.until(&format!("location.hash === '#{FACT}' && {FOCUSED} === '{FACT}'")).await?;
    reader.until(&format!("{COUNTER}.startsWith('1 of ')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn open_all_opens_and_counts_a_section_or_the_story() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let total = reader.ask("document.querySelectorAll('[data-fact]').length").await?;
    reader.ask("scrollTo(0, document.getElementById('japan').offsetTop)").await?;
    reader.until("!document.querySelector('#japan [data-action=expand-all]').hidden").await?;
    reader.click("#japan [data-action='expand-all']").await?;
    reader.until("[...document.querySelectorAll('#japan [data-fact]')].every((card) => card.open)").await?;
    let japan = reader.ask("document.querySelectorAll('#japan [data-fact]').length").await?;
    assert_eq!(reader.ask("document.querySelectorAll('[data-fact][open]').length").await?, japan);
    reader.until(&format!("{COUNTER} === '{japan} of {total} open'")).await?;
    reader.click("[data-root=tools] [data-action='expand-all']").await?;
    reader.until(&format!("{COUNTER} === '{total} of {total} open'")).await?;
    assert_eq!(reader.ask("location.hash").await?, json!(""), "opening all names no single card");
    reader.click("[data-root=tools] [data-action='collapse-all']").await?;
    reader.until(&format!("{COUNTER} === '0 of {total} open'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opens_with_the_keyboard_alone() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let summary = reader.driver.find(By::Css(format!("[data-fact='{FACT}'] > summary"))).await?;
    summary.focus().await?;
    reader.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    reader.until(&open(FACT)).await?;
    reader.until(&format!("{COUNTER}.startsWith('1 of ')")).await
}
