//! The resume prompt: it offers a returning reader the saved reading position.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{FOCUSED, READ, paragraph, scroll_to_offset, wide};
use crate::accessibility::axe_violations_in;
use crate::browser::{Browser, BrowserOptions};
use crate::scripts::OVERLAPPING_TEXT;

const PROMPT: &str = "document.querySelector('.resume-prompt')";
const IS_PROMPTED: &str = "document.querySelector('.resume-prompt') !== null";
const STORED: &str = "Object.keys(localStorage).filter((key) => key.startsWith('chuhai:reading-position')).map((key) => localStorage[key]).join()";

/// Reads to the middle of the islands, leaves the story and returns.
async fn come_back(options: BrowserOptions) -> WebDriverResult<Browser> {
    let browser = Browser::open_alive("/", options).await?;
    scroll_to_offset(&browser, &paragraph("islands", 2), 100).await?;
    browser.wait_for("document.querySelector('.toc [aria-current]')?.hash === '#islands'").await?;
    browser.open("/s/notes/").await?;
    browser.wait_for(&format!("{STORED}.startsWith('islands 2 ')")).await?;
    browser.open("/").await?;
    browser.start_program().await?;
    Ok(browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_returning_reader_can_continue_at_the_same_words_at_any_width() -> WebDriverResult<()> {
    let browser = come_back(wide(1440)).await?;
    browser.wait_for(IS_PROMPTED).await?;
    assert_eq!(
        browser.evaluate(&format!("{PROMPT}.querySelector('span').textContent")).await?,
        "You were reading The islands."
    );
    assert_eq!(browser.evaluate("scrollY").await?, 0, "the page does not scroll by itself");
    browser.set_width_and_wait(320).await?;
    browser.driver.find(By::Css(".resume-prompt a")).await?.click().await?;
    let there = paragraph("islands", 2);
    browser.wait_for(&format!("(() => {{ const box = {there}.getBoundingClientRect(), line = innerHeight * 0.3; \
                           return {FOCUSED} === {there} && box.top <= line + 1 && box.bottom >= line - 1; }})()")).await?;
    assert_eq!(browser.evaluate(IS_PROMPTED).await?, false);
    browser.driver.back().await?;
    browser.wait_for("location.hash === '' && scrollY < 5").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_resume_prompt_covers_no_text_at_any_width_and_size() -> WebDriverResult<()> {
    let browser = come_back(wide(320)).await?;
    // Sections that are not laid out have no position.
    browser.evaluate("delete document.documentElement.dataset.layout").await?;
    for (width, size) in [(320, ""), (390, "4"), (768, "4"), (1440, "4")] {
        browser.set_width_and_wait(width).await?;
        browser.evaluate(&format!("document.documentElement.dataset.size = '{size}'")).await?;
        assert_eq!(browser.evaluate(IS_PROMPTED).await?, true);
        assert_eq!(browser.evaluate(OVERLAPPING_TEXT).await?, json!([]), "{width} px, size {size}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_resume_prompt_stays_until_the_reader_reads_on() -> WebDriverResult<()> {
    let browser = come_back(wide(1440)).await?;
    browser.wait_for(IS_PROMPTED).await?;
    scroll_to_offset(&browser, &paragraph("harbour", 1), 100).await?;
    browser.wait_for("document.querySelector('.toc [aria-current]')?.hash === '#harbour'").await?;
    browser.open("/s/notes/").await?;
    browser.wait_for(&format!("{STORED}.startsWith('islands 2 ')")).await?;
    browser.open("/").await?;
    browser.start_program().await?;
    scroll_to_offset(&browser, &paragraph("cape", 1), 100).await?;
    browser.wait_for("document.querySelector('.toc [aria-current]')?.hash === '#cape'").await?;
    browser.open("/s/notes/").await?;
    browser.wait_for(&format!("{STORED}.startsWith('cape 1 ')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_position_is_deleted_on_request_and_once_the_story_is_read() -> WebDriverResult<()> {
    let browser = come_back(wide(320)).await?;
    browser.wait_for(IS_PROMPTED).await?;
    browser.click(".resume-prompt button").await?;
    browser.wait_for(&format!("!{IS_PROMPTED} && {STORED} === ''")).await?;
    assert_eq!(
        browser.evaluate(&format!("{FOCUSED} !== document.body")).await?,
        true,
        "the focus is not lost"
    );
    let browser = come_back(wide(1440)).await?;
    scroll_to_offset(&browser, &paragraph("notes", 1), 100).await?;
    browser.wait_for(&format!("{READ} === 1000")).await?;
    browser.open("/s/notes/").await?;
    browser.wait_for(&format!("{STORED} === ''")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_resume_prompt_shows_after_a_link_to_a_section_or_in_a_frame() -> WebDriverResult<()> {
    let browser = come_back(wide(1440)).await?;
    browser.open("/s/notes/").await?;
    browser.open("/#harbour").await?;
    browser.start_program().await?;
    assert_eq!(browser.evaluate(IS_PROMPTED).await?, false);
    // Another browser, because the first still caches the story's files.
    let browser = Browser::new(wide(1440)).await?;
    browser.open("/404.html").await?;
    browser.evaluate("void localStorage.setItem('chuhai:reading-position /', 'islands 2 0')").await?;
    browser.evaluate("void document.body.prepend(Object.assign(document.createElement('iframe'), { src: './', width: 1300, height: 700 }))").await?;
    browser.wait_for("document.querySelector('iframe').contentDocument?.querySelector('[data-island=resume-prompt][data-alive]')").await?;
    let is_prompted = format!(
        "document.querySelector('iframe').contentDocument{}",
        IS_PROMPTED.trim_start_matches("document")
    );
    assert_eq!(browser.evaluate(&is_prompted).await?, false);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_full_or_denied_storage_costs_the_resume_prompt_alone() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", wide(1440)).await?;
    for invalid in ["", "islands", "islands x y", "nowhere 1 1", "'] 1 1", "islands -1 9", "\\u0000"] {
        browser.open("/404.html").await?;
        browser
            .evaluate(&format!("void localStorage.setItem('chuhai:reading-position /', \"{invalid}\")"))
            .await?;
        browser.open("/").await?;
        browser.start_program().await?;
        assert_eq!(browser.evaluate(IS_PROMPTED).await?, false, "{invalid:?}");
    }
    // Beyond the end of the section: the prompt offers its end.
    browser.open("/404.html").await?;
    browser.evaluate("void localStorage.setItem('chuhai:reading-position /', 'islands 99 999')").await?;
    browser.open("/").await?;
    browser.start_program().await?;
    browser.click(".resume-prompt a").await?;
    browser.wait_for(&format!("{FOCUSED}.matches('#islands .passage > p')")).await?;
    assert_eq!(browser.console().await?, Vec::<String>::new());

    for denied in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Object.defineProperty(window, 'localStorage', { value: null })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ] {
        let browser = Browser::new(wide(1440)).await?;
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": denied })).await?;
        browser.open("/").await?;
        browser.start_program().await?;
        scroll_to_offset(&browser, &paragraph("islands", 1), 100).await?;
        browser.wait_for("document.querySelector('.toc [aria-current]')?.hash === '#islands'").await?;
        browser.open("/s/islands/").await?;
        browser.open("/").await?;
        browser.start_program().await?;
        assert_eq!(browser.evaluate(IS_PROMPTED).await?, false, "{denied}");
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{denied}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_resume_prompt() -> WebDriverResult<()> {
    let browser = come_back(wide(320)).await?;
    browser.wait_for(IS_PROMPTED).await?;
    for scheme in ["light", "dark"] {
        browser.set_color_scheme(scheme).await?;
        assert_eq!(axe_violations_in(&browser, ".resume-prompt").await?, Vec::<String>::new(), "{scheme}");
    }
    Ok(())
}
