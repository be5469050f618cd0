//! Cards: open, close, and deep links.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::{FIRST_CARD_SUMMARY, NUMBER_CARD as OTHER, RANGE_CARD as FACT};

fn open(fact: &str) -> String {
    format!("document.querySelector('[data-fact=\"{fact}\"]').open")
}

const COUNTER: &str = "document.querySelector('[data-counter]').textContent";
const FOCUSED: &str = "document.activeElement.closest('[data-fact]')?.dataset.fact";

#[tokio::test(flavor = "multi_thread")]
async fn how_many_cards_are_open_is_announced_where_all_open_at_once() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let announced = "document.querySelector('.card-controls [role=status]').textContent";
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for("document.querySelector('[data-counter]').textContent.startsWith('1 ')").await?;
    assert_eq!(browser.evaluate(announced).await?, "", "a card says itself that it is open");
    browser.click("[data-action=expand-all]").await?;
    browser.wait_for(&format!("/^([0-9]+) of \\1 /.test({announced})")).await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for(&format!("{announced} === ''")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_console_stays_clean_from_load_to_the_last_card() -> WebDriverResult<()> {
    for path in ["/", "/s/harbour/", "/s/notes/", &format!("/f/{FACT}/")] {
        let browser = Browser::open_alive(path, BrowserOptions::default()).await?;
        if path != "/s/notes/" {
            browser
                .wait_for(
                    "[...document.querySelectorAll('summary')].map((summary) => summary.click()).length > 0",
                )
                .await?;
        }
        browser.evaluate("scrollTo(0, document.body.scrollHeight)").await?;
        browser.wait_for("!document.querySelector('[data-island]:not([data-alive])')").await?;
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_opens_its_card_in_view_and_moves_the_focus_there() -> WebDriverResult<()> {
    let browser = Browser::open_alive(&format!("/#{FACT}"), BrowserOptions::default()).await?;
    browser.wait_for(&open(FACT)).await?;
    browser.wait_for(&format!("{FOCUSED} === '{FACT}'")).await?;
    let top =
        browser.evaluate(&format!("document.getElementById('{FACT}').getBoundingClientRect().top")).await?;
    let top = top.as_f64().unwrap_or(-1.0);
    assert!((0.0..450.0).contains(&top), "the card's head is at {top}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_the_fragment_opened_can_be_closed() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/#ca-gannet-1t", BrowserOptions::default()).await?;
    let shows = "document.querySelector('#ca-gannet-1t ~ details .fact-body').checkVisibility()";
    browser.wait_for("document.querySelector('[data-fact=ca-gannet-1t]').open").await?;
    assert_eq!(browser.evaluate(shows).await?, true);
    browser.click("[data-fact=ca-gannet-1t] > summary").await?;
    browser.wait_for(&format!("!{shows}")).await?;
    assert_eq!(browser.evaluate("document.querySelector('#ca-gannet-1t:target') !== null").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_in_the_page_opens_its_card_and_back_returns() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.evaluate(&format!("location.hash = '{OTHER}'")).await?;
    browser.wait_for(&format!("{} && {FOCUSED} === '{OTHER}'", open(OTHER))).await?;
    assert_eq!(browser.evaluate("location.hash").await?, format!("#{OTHER}"));
    browser.driver.back().await?;
    browser.wait_for("location.hash === ''").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fragment_that_changes_while_a_card_opens_is_kept() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let leave = "void document.addEventListener('toggle', () => location.hash = 'islands', { capture: true, once: true })";
    browser.evaluate(leave).await?;
    browser.click(&format!("[data-fact='{FACT}'] > summary")).await?;
    browser.wait_for("location.hash === '#islands'").await?;
    let two_frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(location.hash)))))";
    assert_eq!(browser.evaluate(two_frames).await?, "#islands");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_link_followed_twice_opens_a_card_that_was_closed_between() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    // A link outside the prose, where it would show a preview first.
    let add = format!(
        "void document.querySelector('h1').append(Object.assign(document.createElement('a'), {{ id: 'link', href: '#{OTHER}' }}))"
    );
    browser.evaluate(&add).await?;
    let link = "document.getElementById('link').click()".to_owned();
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
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
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
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    // As find-in-page does: the attribute changes, and no summary is clicked.
    browser
        .evaluate(&format!("document.querySelector('[data-fact=\"{FACT}\"]').setAttribute('open', '')"))
        .await?;
    browser.wait_for(&format!("location.hash === '#{FACT}' && {FOCUSED} === '{FACT}'")).await?;
    browser.wait_for(&format!("{COUNTER}.startsWith('1 of ')")).await
}

/// `toggle` fires after the frame that shows the card.
#[tokio::test(flavor = "multi_thread")]
async fn a_card_is_counted_in_the_frame_that_shows_it() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser
        .evaluate("void addEventListener('toggle', (event) => event.stopImmediatePropagation(), true)")
        .await?;
    let look = format!("requestAnimationFrame(() => {{ self.counted = [{}, {COUNTER}] }})", open(FACT));
    browser.evaluate(&format!("void addEventListener('click', () => {look})")).await?;
    browser.click(&format!("[data-fact={FACT}] > summary")).await?;
    browser.wait_for("self.counted?.[0] && self.counted[1].startsWith('1 of ')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn open_all_opens_and_counts_every_card_and_leaves_the_fragment_empty() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let total = browser.evaluate("document.querySelectorAll('[data-fact]').length").await?;
    browser.click("[data-action='expand-all']").await?;
    browser.wait_for(&format!("{COUNTER} === '{total} of {total} open'")).await?;
    assert_eq!(browser.evaluate("location.hash").await?, json!(""), "opening all names no single card");
    browser.click("[data-action='collapse-all']").await?;
    browser.wait_for(&format!("{COUNTER} === '0 of {total} open'")).await?;
    browser.evaluate(&format!("void document.querySelector('[data-fact={OTHER}] summary').click()")).await?;
    browser.wait_for(&format!("location.hash === '#{OTHER}'")).await?;
    browser.click("[data-action='collapse-all']").await?;
    browser.wait_for("location.hash === ''").await
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_that_are_all_open_stand_below_their_text_and_within_their_section() -> WebDriverResult<()> {
    let browser =
        Browser::open_alive("/", BrowserOptions { width: 1440, ..BrowserOptions::default() }).await?;
    let beside = "[...document.querySelectorAll('.fact')].every((card) => card.getBoundingClientRect().left > document.querySelector('.passage').getBoundingClientRect().right)";
    assert_eq!(browser.evaluate(beside).await?, true);
    browser.evaluate("void document.querySelector('[data-action=expand-all]').click()").await?;
    let outside = "[...document.querySelectorAll('.fact')].filter((card) => { \
                       const section = card.closest('main > .section').getBoundingClientRect(); \
                       const { left, bottom } = card.getBoundingClientRect(); \
                       return bottom > section.bottom || left > section.left + section.width / 2; \
                   }).length";
    browser
        .wait_for(&format!("!document.querySelector('[data-fact]:not([open])') && {outside} === 0"))
        .await?;
    browser.evaluate("void document.querySelector('[data-action=collapse-all]').click()").await?;
    browser.wait_for(&format!("!document.querySelector('[data-fact][open]') && {beside}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn going_back_gives_the_focus_back_to_the_link_that_was_followed() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let near = "op-five-cargoes";
    let link = format!(".passage a[data-fact-link={near}]");
    browser
        .evaluate(&format!("document.querySelector('{link}').scrollIntoView({{ block: 'center' }})"))
        .await?;
    browser.driver.find(By::Css(&*link)).await?.send_keys(Key::Enter + "").await?;
    browser.wait_for("document.activeElement.matches('summary')").await?;
    browser.driver.back().await?;
    browser.wait_for(&format!("document.activeElement === document.querySelector('{link}')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn going_back_shows_the_same_words_although_a_card_has_opened_above_them() -> WebDriverResult<()> {
    for width in [390, 1440] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        // The last paragraph links to a card far above.
        let paragraph = "[...document.querySelectorAll('.passage > p')].at(-1)";
        let link = format!("{paragraph}.querySelector('#back-link')");
        let add = format!(
            "delete document.documentElement.dataset.layout; const link = Object.assign(document.createElement('a'), {{ id: 'back-link', href: '#{FACT}', textContent: 'see above' }}); \
             {paragraph}.append(link); link.scrollIntoView({{ block: 'center' }});"
        );
        browser.evaluate(&format!("void (() => {{ {add} }})()")).await?;
        browser.evaluate(&format!("void (self.before = {link}.getBoundingClientRect().top)")).await?;
        browser.driver.find(By::Css("#back-link")).await?.click().await?;
        browser.wait_for(&format!("{} && {FOCUSED} === '{FACT}'", open(FACT))).await?;
        browser.driver.back().await?;
        browser.wait_for(&format!("document.activeElement === {link}")).await?;
        let moved = format!("{link}.getBoundingClientRect().top - self.before");
        let moved = browser.evaluate(&moved).await?.as_f64().expect("pixels");
        assert!(moved.abs() <= 1.0, "{width}: moved by {moved} pixels");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_right_after_opening_all_leaves_the_fragment_empty() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    // In one task: the toggle events are still to come when the heading is pressed.
    browser.evaluate("void (document.querySelector('[data-action=expand-all]').click(), document.querySelector('h1').click())").await?;
    browser.wait_for(&format!("!{COUNTER}.startsWith('0 of ')")).await?;
    browser.wait_frames(5).await?;
    assert_eq!(browser.evaluate("location.hash").await?, json!(""));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opens_with_the_keyboard_alone() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let summary = browser.driver.find(By::Css(format!("[data-fact='{FACT}'] > summary"))).await?;
    summary.focus().await?;
    browser.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    browser.wait_for(&open(FACT)).await?;
    browser.wait_for(&format!("{COUNTER}.startsWith('1 of ')")).await
}
