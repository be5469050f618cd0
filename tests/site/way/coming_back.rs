//! Coming back another day: who left in the midst of the story is offered, never forced, to go on there.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{FOCUSED, READ, paragraph, put, wide};
use crate::browser::{Reader, Wish};
use crate::seen::findings;

const OFFER: &str = "document.querySelector('.coming-back')";
const OFFERED: &str = "document.querySelector('.coming-back').checkVisibility()";
const KEPT: &str = "Object.keys(localStorage).filter((key) => key.startsWith('chuhai-place')).map((key) => localStorage[key]).join()";

/// A reader who left in the midst of Japan, and has come again.
async fn come_back(wish: Wish) -> WebDriverResult<Reader> {
    let reader = Reader::at("/", wish).await?;
    put(&reader, &paragraph("japan", 2), 100).await?;
    reader.until("document.querySelector('.beside [aria-current]')?.hash === '#japan'").await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT}.startsWith('japan 2 ')")).await?;
    reader.open("/").await?;
    reader.until_alive().await?;
    Ok(reader)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_comes_back_may_go_on_at_the_same_words_whatever_the_width() -> WebDriverResult<()> {
    let reader = come_back(wide(1440)).await?;
    reader.until(OFFERED).await?;
    assert_eq!(
        reader.ask(&format!("{OFFER}.querySelector('span').textContent")).await?,
        "You were reading Japan."
    );
    assert_eq!(reader.ask("scrollY").await?, 0, "nobody is made to go on");
    let screen = json!({ "width": 320, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    reader.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
    reader.until("innerWidth === 320").await?;
    reader.click(".coming-back a").await?;
    let there = paragraph("japan", 2);
    reader.until(&format!("(() => {{ const box = {there}.getBoundingClientRect(), line = innerHeight * 0.3; \
                           return {FOCUSED} === {there} && box.top <= line + 1 && box.bottom >= line - 1; }})()")).await?;
    assert_eq!(reader.ask(OFFERED).await?, false);
    reader.driver.back().await?;
    reader.until("location.hash === '' && scrollY < 5").await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_looks_in_finds_the_offer_again_and_who_reads_on_is_offered_where_they_left()
-> WebDriverResult<()> {
    let reader = come_back(wide(1440)).await?;
    reader.until(OFFERED).await?;
    put(&reader, &paragraph("india", 1), 100).await?;
    reader.until("document.querySelector('.beside [aria-current]')?.hash === '#india'").await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT}.startsWith('japan 2 ')")).await?;
    reader.open("/").await?;
    reader.until_alive().await?;
    put(&reader, &paragraph("south-korea", 1), 100).await?;
    reader.until("document.querySelector('.beside [aria-current]')?.hash === '#south-korea'").await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT}.startsWith('south-korea 1 ')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_forgotten_on_request_and_once_the_story_is_read() -> WebDriverResult<()> {
    let reader = come_back(wide(320)).await?;
    reader.until(OFFERED).await?;
    reader.click(".coming-back button").await?;
    reader.until(&format!("!{OFFERED} && {KEPT} === ''")).await?;
    assert_eq!(reader.ask(&format!("{FOCUSED} !== document.body")).await?, true, "the focus is not lost");
    let reader = come_back(wide(1440)).await?;
    put(&reader, &paragraph("notes", 1), 100).await?;
    reader.until(&format!("{READ} === 1000")).await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT} === ''")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_offered_to_who_follows_a_link_into_the_story_or_reads_in_a_frame() -> WebDriverResult<()>
{
    let reader = come_back(wide(1440)).await?;
    reader.open("/s/notes/").await?;
    reader.open("/#india").await?;
    reader.until_alive().await?;
    assert_eq!(reader.ask(OFFERED).await?, false);
    // A browser of its own: the one before is still keeping the story's files.
    let reader = Reader::new(wide(1440)).await?;
    reader.open("/404.html").await?;
    reader.ask("void localStorage.setItem('chuhai-place /', 'japan 2 0')").await?;
    reader.ask("void document.body.prepend(Object.assign(document.createElement('iframe'), { src: './', width: 1300, height: 700 }))").await?;
    reader.until("document.querySelector('iframe').contentDocument?.documentElement.dataset.hydrated !== undefined").await?;
    assert_eq!(
        reader
            .ask(&format!(
                "document.querySelector('iframe').contentDocument{}",
                OFFERED.trim_start_matches("document")
            ))
            .await?,
        false
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn storage_that_holds_rubbish_is_full_or_is_denied_costs_the_offer_alone() -> WebDriverResult<()> {
    let reader = Reader::at("/", wide(1440)).await?;
    for rubbish in ["", "japan", "japan x y", "nowhere 1 1", "'] 1 1", "japan -1 9", "\\u0000"] {
        reader.open("/404.html").await?;
        reader.ask(&format!("void localStorage.setItem('chuhai-place /', \"{rubbish}\")")).await?;
        reader.open("/").await?;
        reader.until_alive().await?;
        assert_eq!(reader.ask(OFFERED).await?, false, "{rubbish:?}");
    }
    // More than there is of the section: its end is offered.
    reader.open("/404.html").await?;
    reader.ask("void localStorage.setItem('chuhai-place /', 'japan 99 999')").await?;
    reader.open("/").await?;
    reader.until_alive().await?;
    reader.click(".coming-back a").await?;
    reader.until(&format!("{FOCUSED}.matches('#japan .section-body > p')")).await?;
    assert_eq!(reader.console().await?, Vec::<String>::new());

    for denied in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Object.defineProperty(window, 'localStorage', { value: null })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ] {
        let reader = Reader::new(wide(1440)).await?;
        reader.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": denied })).await?;
        reader.open("/").await?;
        reader.until_alive().await?;
        put(&reader, &paragraph("japan", 1), 100).await?;
        reader.until("document.querySelector('.beside [aria-current]')?.hash === '#japan'").await?;
        reader.open("/s/japan/").await?;
        reader.open("/").await?;
        reader.until_alive().await?;
        assert_eq!(reader.ask(OFFERED).await?, false, "{denied}");
        assert_eq!(reader.console().await?, Vec::<String>::new(), "{denied}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_offer() -> WebDriverResult<()> {
    for dark in [false, true] {
        let reader = come_back(Wish { dark, ..wide(320) }).await?;
        reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        reader.until(OFFERED).await?;
        assert_eq!(findings(&reader).await?, Vec::<String>::new(), "dark {dark}");
    }
    Ok(())
}
