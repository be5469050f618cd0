//! Navigation: table of contents, reading progress, history, scroll anchoring, pager.

mod resume_reading;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::axe_violations_in;
use crate::browser::{Browser, BrowserOptions};
use crate::fleet::{FIRST_CARD_IS_OPEN, FIRST_CARD_SUMMARY};
use crate::scripts::COVERED_BY_HEADER;

const CONTENTS: &str = "[data-action=open-contents]";
const OPEN: &str = "document.querySelector('#toc').matches(':popover-open')";
const READ: &str = "Number(document.querySelector('.reading-progress rect').getAttribute('width'))";
const FOCUSED: &str = "document.activeElement";

fn wide(width: u32) -> BrowserOptions {
    BrowserOptions { width, ..BrowserOptions::default() }
}

/// Scrolls an element to this distance below the viewport's top. Waits until its position is stable, and for the frame
/// in which the page answers.
async fn scroll_to_offset(browser: &Browser, element: &str, top: i32) -> WebDriverResult<()> {
    let off = format!("{element}.getBoundingClientRect().top - {top}");
    browser
        .wait_for(&format!("(() => {{ const off = {off}; scrollBy(0, off); return Math.abs(off) < 1; }})()"))
        .await?;
    let answered = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(arguments[0])))";
    browser.driver.execute_async(answered, Vec::new()).await.map(drop)
}

/// An expression for a paragraph of a section, counted from 0.
fn paragraph(section: &str, at: usize) -> String {
    format!("document.querySelectorAll('#{section} .passage > p')[{at}]")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contents_open_with_one_press_on_every_screen_and_name_the_current_section() -> WebDriverResult<()>
{
    for (width, rail) in [(320, false), (768, false), (1279, false), (1280, true), (1440, true)] {
        let browser = Browser::open_alive("/", wide(width)).await?;
        scroll_to_offset(&browser, &paragraph("islands", 1), 100).await?;
        browser
            .wait_for("document.querySelector('#toc [aria-current=location]')?.hash === '#islands'")
            .await?;
        let shown = "document.querySelector('#toc').checkVisibility()";
        assert_eq!(browser.evaluate(shown).await?, rail, "beside the text at {width} px");
        browser.driver.find(By::Css(CONTENTS)).await?.click().await?;
        browser.wait_for(OPEN).await?;
        let links = browser.evaluate("document.querySelectorAll('#toc a').length").await?;
        assert_eq!(
            links,
            browser.evaluate("document.querySelectorAll('main > .section').length + 1").await?,
            "and all facts"
        );
        let low = "Math.min(...[...document.querySelectorAll('#toc a, [data-action=open-contents]')].map((one) => one.offsetHeight))";
        let low = browser.evaluate(low).await?.as_f64().unwrap_or(0.0);
        assert!(low >= 44.0, "targets are {low} px high at {width} px");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_section_that_is_a_page_is_current_in_its_contents_with_and_without_scripts() -> WebDriverResult<()>
{
    let marked = "[...document.querySelectorAll('#toc [aria-current]')].map((link) => [link.ariaCurrent, link.closest('li').dataset.section])";
    for path in ["/s/islands/", "/s/harbour/"] {
        let browser = Browser::open_alive(path, wide(1440)).await?;
        browser.evaluate("scrollTo(0, document.body.scrollHeight)").await?;
        browser.wait_frames(10).await?;
        let section = path.trim_matches('/').trim_start_matches("s/");
        assert_eq!(browser.evaluate(marked).await?, json!([["page", section]]));
        let line = "document.querySelector('.reading-progress rect').getAttribute('width')";
        assert_eq!(browser.evaluate(line).await?, "0", "nothing of the story has been read here");
    }
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/s/islands/").await?;
    assert_eq!(browser.evaluate(marked).await?, json!([["page", "islands"]]));
    browser.open(crate::fleet::NUMBER_CARD_PAGE).await?;
    assert_eq!(browser.evaluate(marked).await?, json!([]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn choosing_a_section_closes_the_contents_popover_goes_there_and_back_returns() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", wide(320)).await?;
    scroll_to_offset(&browser, &paragraph("harbour", 1), 100).await?;
    let before = browser.evaluate("history.length").await?.as_u64().unwrap_or(0);
    browser.driver.find(By::Css(CONTENTS)).await?.click().await?;
    browser.click("#toc a[href='#cape']").await?;
    browser.wait_for(&format!("!{OPEN} && location.hash === '#cape'")).await?;
    browser.wait_for(&format!("{FOCUSED}.matches('#cape > .section-head')")).await?;
    let top = "document.querySelector('#cape .section-head').getBoundingClientRect().top";
    browser
        .wait_for(&format!(
            "{top} >= document.querySelector('.site-header').offsetHeight && {top} < innerHeight / 2"
        ))
        .await?;
    assert_eq!(browser.evaluate("history.length").await?, json!(before + 1));
    browser.driver.back().await?;
    let there = format!("{}.getBoundingClientRect().top", paragraph("harbour", 1));
    browser.wait_for(&format!("location.hash === '' && Math.abs({there} - 100) < 4")).await?;
    browser.driver.forward().await?;
    browser.wait_for(&format!("location.hash === '#cape' && {top} > 0 && {top} < innerHeight / 2")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn back_returns_to_where_a_link_was_followed_after_reading_on_from_an_opened_card()
-> WebDriverResult<()> {
    let browser = Browser::open_alive("/", wide(1440)).await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for("location.hash === '#ha-petrel-found'").await?;
    scroll_to_offset(&browser, &paragraph("strait", 3), 200).await?;
    // The link is in view already: scrolling to it would move the page.
    browser.driver.find(By::Css("#toc a[href='#islands']")).await?.click().await?;
    browser.wait_for("location.hash === '#islands'").await?;
    browser.driver.back().await?;
    let top = format!("{}.getBoundingClientRect().top", paragraph("strait", 3));
    browser.wait_for(&format!("location.hash === '' && Math.abs({top} - 200) < 4")).await?;
    assert_eq!(browser.evaluate(FIRST_CARD_IS_OPEN).await?, true);
    browser.driver.forward().await?;
    browser.wait_for("location.hash === '#islands'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_the_backdrop_and_back_close_the_contents_popover() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/#islands", wide(500)).await?;
    let open = async || {
        browser.driver.find(By::Css(CONTENTS)).await?.click().await?;
        browser.wait_for(OPEN).await
    };
    open().await?;
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.wait_for(&format!("!{OPEN} && {FOCUSED}.matches('{CONTENTS}')")).await?;
    open().await?;
    browser.driver.action_chain().move_to(4, 850).click().perform().await?;
    browser.wait_for(&format!("!{OPEN}")).await?;
    browser.evaluate("void (location.hash = '#harbour')").await?;
    open().await?;
    browser.driver.back().await?;
    browser.wait_for(&format!("!{OPEN} && location.hash === '#islands'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_progress_line_grows_with_the_text_and_not_with_open_cards() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", wide(1440)).await?;
    assert_eq!(browser.evaluate(READ).await?, 0, "nothing is read at the head");
    let mut last = 0.0;
    for section in ["opening", "harbour", "delta", "islands", "closing"] {
        scroll_to_offset(&browser, &paragraph(section, 0), 0).await?;
        browser.wait_for(&format!("{READ} > {last}")).await?;
        last = browser.evaluate(READ).await?.as_f64().unwrap_or(0.0);
    }
    scroll_to_offset(&browser, &paragraph("notes", 1), 100).await?;
    browser.wait_for(&format!("{READ} === 1000")).await?;
    // The reading line, at 270 px, is between two paragraphs: a part of a pixel makes no difference there.
    scroll_to_offset(&browser, &paragraph("islands", 3), 275).await?;
    let closed = format!(
        "{READ} > 0 && {READ} < 1000 && document.querySelector('.toc [aria-current]')?.hash === '#islands'"
    );
    browser.wait_for(&closed).await?;
    let before = browser.evaluate(READ).await?;
    browser
        .evaluate("document.querySelector('[data-island=card-controls] [data-action=expand-all]').click()")
        .await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    scroll_to_offset(&browser, &paragraph("islands", 3), 275).await?;
    browser.wait_for(&format!("{READ} === {before}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_paragraph_in_view_stays_where_it_is_when_cards_above_open_or_close() -> WebDriverResult<()> {
    for anchoring in [true, false] {
        let browser = Browser::open_alive("/", wide(1440)).await?;
        if !anchoring {
            // As in browsers without scroll anchoring.
            browser.evaluate("void (document.documentElement.style.overflowAnchor = 'none')").await?;
        }
        let read = paragraph("harbour", 5);
        scroll_to_offset(&browser, &read, 200).await?;
        let top = format!("{read}.getBoundingClientRect().top");
        for (action, open) in [("expand-all", true), ("collapse-all", false)] {
            browser.evaluate(&format!("document.querySelector('[data-action={action}]').click()")).await?;
            browser
                .wait_for(&format!("document.querySelector('#harbour [data-fact]').open === {open}"))
                .await?;
            browser.wait_frames(3).await?;
            let top = browser.evaluate(&top).await?.as_f64().unwrap_or(-1.0);
            assert!((top - 200.0).abs() < 2.0, "{action}, anchoring {anchoring}: at {top}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_header_covers_nothing_that_has_the_focus() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", wide(320)).await?;
    scroll_to_offset(&browser, &paragraph("strait", 1), 100).await?;
    assert_eq!(browser.evaluate(COVERED_BY_HEADER).await?, json!([]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contents_lead_to_a_section_without_scripts() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    browser.driver.find(By::Css(CONTENTS)).await?.click().await?;
    assert_eq!(browser.evaluate(OPEN).await?, true);
    browser.click("#toc a[href='#strait']").await?;
    assert!(browser.driver.current_url().await?.as_str().ends_with("/#strait"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_contents() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", wide(320)).await?;
    scroll_to_offset(&browser, &paragraph("harbour", 1), 100).await?;
    browser.driver.find(By::Css(CONTENTS)).await?.click().await?;
    browser.wait_for(OPEN).await?;
    for scheme in ["light", "dark"] {
        browser.set_color_scheme(scheme).await?;
        assert_eq!(axe_violations_in(&browser, "#toc").await?, Vec::<String>::new(), "{scheme}");
    }
    Ok(())
}
