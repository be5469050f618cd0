//! Keyboard shortcuts, where they are off, and a journey with Tab and Enter alone.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::NUMBER_CARD_PAGE as FACT;
use crate::scripts::IS_FOCUS_SEEN;

const PREFERENCES: &str = "document.querySelector('dialog.preferences')";
const SHARE: &str = "document.querySelector('dialog.share')";
/// The number of open dialogs.
const OPEN: &str = "document.querySelectorAll('dialog[open]').length";

async fn press(browser: &Browser, keys: impl Into<TypingData>) -> WebDriverResult<()> {
    browser.driver.action_chain().send_keys(keys).perform().await
}

/// Presses a key that leads to another page. Not through chromedriver, which repeats a command that navigation
/// interrupts.
async fn press_and_leave(browser: &Browser, key: &str) -> WebDriverResult<()> {
    browser.cdp("Input.dispatchKeyEvent", json!({ "type": "keyDown", "key": key, "text": key })).await?;
    browser.cdp("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key })).await.map(drop)
}

/// Presses keys, and waits for the tasks that would handle them.
async fn press_in_vain(browser: &Browser, keys: &str) -> WebDriverResult<()> {
    press(browser, keys).await?;
    wait_for_tasks(browser).await
}

/// Waits for a frame, and for the tasks that are queued by then.
async fn wait_for_tasks(browser: &Browser) -> WebDriverResult<()> {
    let tasks = "requestAnimationFrame(() => setTimeout(arguments[0]))";
    browser.driver.execute_async(tasks, Vec::new()).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_mark_opens_the_shortcut_list_and_escape_gives_the_focus_back() -> WebDriverResult<()> {
    for path in ["/", "/s/islands/", FACT, "/404.html"] {
        let browser = Browser::open_alive(path, BrowserOptions::default()).await?;
        let link = "document.querySelector('.site-header .brand')";
        browser.evaluate(&format!("{link}.focus()")).await?;
        press(&browser, "?").await?;
        browser
            .wait_for(&format!("{PREFERENCES}.open && document.activeElement.matches('[data-ref=keys]')"))
            .await?;
        let is_in_view = "(() => { const box = document.querySelector('.preferences dl').getBoundingClientRect(); \
                    return box.top > 0 && box.top < innerHeight; })()";
        assert_eq!(browser.evaluate(is_in_view).await?, true, "{path}: the keys are in view");
        press(&browser, Key::Escape + "").await?;
        browser.wait_for(&format!("!{PREFERENCES}.open && document.activeElement === {link}")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_gives_the_focus_back_to_the_section_that_a_shortcut_led_to() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    press(&browser, "n").await?;
    press(&browser, "n").await?;
    let head = "document.activeElement.matches('.section:nth-of-type(2) > .section-head')";
    browser.wait_for(head).await?;
    press(&browser, "s").await?;
    browser.wait_for(&format!("{SHARE}.open")).await?;
    press(&browser, Key::Escape + "").await?;
    browser.wait_for(&format!("!{SHARE}.open && {head}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_that_starts_the_program_acts_too() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/#islands").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    let closed = "document.querySelectorAll('#islands [data-fact]:not([open])').length";
    assert_ne!(browser.evaluate(closed).await?, 0);
    press(&browser, "o").await?;
    browser.wait_for(&format!("{closed} === 0")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn n_and_p_go_from_section_to_section_and_back_returns() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let ids = browser
        .evaluate("[...document.querySelectorAll('main > .section')].map((section) => section.id)")
        .await?;
    let ids: Vec<_> = ids.as_array().into_iter().flatten().filter_map(|id| id.as_str()).collect();
    let at = |id: &str| {
        format!(
            "location.hash === '#{id}' && Math.abs(document.getElementById('{id}').getBoundingClientRect().top - 68) < 8"
        )
    };
    for id in &ids[..3] {
        press(&browser, "n").await?;
        browser.wait_for(&at(id)).await?;
    }
    press(&browser, "p").await?;
    browser.wait_for(&at(ids[1])).await?;
    browser.evaluate("scrollBy(0, 300)").await?;
    press(&browser, "p").await?;
    browser
        .wait_for(&format!("document.getElementById('{}').getBoundingClientRect().top >= 0", ids[1]))
        .await?;
    browser.driver.back().await?;
    browser.wait_for(&format!("location.hash === '#{}'", ids[2])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn n_and_p_lead_from_the_page_of_a_section_or_fact_to_its_neighbours() -> WebDriverResult<()> {
    for path in ["/s/islands/", FACT] {
        let browser = Browser::open_alive(path, BrowserOptions::default()).await?;
        let next = browser.evaluate("document.querySelector('nav [rel=next]').href").await?;
        press_and_leave(&browser, "n").await?;
        browser.wait_for(&format!("location.href === {next}")).await?;
        browser.start_program().await?;
        press_and_leave(&browser, "p").await?;
        browser.wait_for(&format!("location.pathname === '{path}'")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_slash_leads_to_the_search_of_the_facts_from_a_page_without_one() -> WebDriverResult<()> {
    let browser = Browser::open_alive(FACT, BrowserOptions::default()).await?;
    press_and_leave(&browser, "/").await?;
    browser.wait_across_reloads("location.pathname === '/facts/'").await?;
    browser.start_program().await?;
    browser.wait_for("document.activeElement.matches('[data-action=search]')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn o_opens_the_cards_of_the_section_that_is_read_and_closes_them() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/#islands", BrowserOptions::default()).await?;
    browser.wait_for("document.getElementById('islands').getBoundingClientRect().top < 100").await?;
    press(&browser, "o").await?;
    let open = "[...document.querySelectorAll('[data-fact][open]')]";
    let all = "document.querySelectorAll('#islands [data-fact]').length";
    browser
        .wait_for(&format!("{open}.length === {all} && {open}.every((card) => card.closest('#islands'))"))
        .await?;
    let link = "document.querySelector('#islands .fact-actions a')";
    browser.evaluate(&format!("{link}.focus()")).await?;
    press(&browser, "o").await?;
    browser.wait_for(&format!("{open}.length === 0")).await?;
    let summary = format!("document.activeElement === {link}.closest('details').querySelector('summary')");
    assert_eq!(browser.evaluate(&summary).await?, true, "the focus stays at the card that closed over it");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn s_shares_the_card_with_the_focus_or_else_the_section_or_the_story() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let link = "document.querySelector('#share-link').value";
    let shares = |path: &str| format!("{SHARE}.open && {link}.endsWith('{path}')");
    press(&browser, "s").await?;
    browser.wait_for(&shares(&format!("{}/", browser.server.address))).await?;
    press(&browser, Key::Escape + "").await?;
    browser.evaluate("document.getElementById('islands').scrollIntoView()").await?;
    press(&browser, "s").await?;
    browser.wait_for(&shares("/s/islands/")).await?;
    press(&browser, Key::Escape + "").await?;
    browser.evaluate("document.querySelector('#islands summary').focus()").await?;
    press(&browser, "s").await?;
    let card = browser.evaluate("document.querySelector('#islands .fact > .anchor').id").await?;
    browser.wait_for(&shares(&format!("/f/{}/", card.as_str().unwrap_or_default()))).await?;
    press(&browser, Key::Escape + "").await?;
    browser.wait_for("document.activeElement.matches('#islands summary')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_do_nothing_in_a_field_in_a_dialog_and_with_modifiers() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.click("[data-action=open-search]").await?;
    browser.wait_for("document.activeElement.matches('[data-action=search]')").await?;
    press_in_vain(&browser, "snop?/").await?;
    assert_eq!(browser.evaluate("document.activeElement.value").await?, "snop?/");
    let quiet = format!("{OPEN} === 0 && location.hash === ''");
    assert_eq!(browser.evaluate(&quiet).await?, true);
    browser
        .evaluate("document.activeElement.blur(), document.querySelector(':popover-open').hidePopover()")
        .await?;
    for held in ["ctrlKey", "altKey", "metaKey", "repeat", "isComposing"] {
        for key in ["?", "n", "s", "o"] {
            let event =
                format!("new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, {held}: true }})");
            browser.evaluate(&format!("document.body.dispatchEvent({event})")).await?;
        }
        wait_for_tasks(&browser).await?;
        assert_eq!(browser.evaluate(&quiet).await?, true, "{held}");
    }
    press(&browser, "?").await?;
    browser.wait_for(&format!("{PREFERENCES}.open")).await?;
    press_in_vain(&browser, "sn/").await?;
    assert_eq!(browser.evaluate(&format!("{OPEN} === 1 && location.hash === ''")).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_can_be_turned_off_and_stay_off() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.click("[data-action=open-preferences]").await?;
    browser.click(".preferences [name=keys][value=off]").await?;
    for _ in 0..2 {
        press(&browser, Key::Escape + "").await?;
        browser.evaluate("document.activeElement.blur()").await?;
        press_in_vain(&browser, "?sn/o").await?;
        let quiet = format!(
            "{OPEN} === 0 && location.hash === '' && document.activeElement === document.body \
             && document.querySelectorAll('[data-fact][open]').length === 0"
        );
        assert_eq!(browser.evaluate(&quiet).await?, true);
        browser.open("/").await?;
        browser.start_program().await?;
    }
    browser.click("[data-action=open-preferences]").await?;
    browser.click(".preferences [name=keys][value='']").await?;
    press(&browser, Key::Escape + "").await?;
    press(&browser, "/").await?;
    browser.wait_for("document.activeElement.matches('[data-action=search]')").await
}

/// Presses Tab until a match of a selector has the focus, which must be visible at every step.
async fn tab_to(browser: &Browser, selector: &str) -> WebDriverResult<()> {
    for _ in 0..120 {
        press(browser, Key::Tab + "").await?;
        browser.wait_for(IS_FOCUS_SEEN).await?;
        if browser.evaluate(&format!("document.activeElement.matches(\"{selector}\")")).await? == true {
            return Ok(());
        }
    }
    panic!("no way to {selector}");
}

#[tokio::test(flavor = "multi_thread")]
async fn tab_and_enter_alone_lead_from_the_top_to_a_shared_fact() -> WebDriverResult<()> {
    for width in [320, 1440] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        let enter = || Key::Enter + "";
        tab_to(&browser, ".skip-link").await?;
        press(&browser, enter()).await?;
        tab_to(&browser, "#opening .fact summary, #harbour .fact summary").await?;
        press(&browser, enter()).await?;
        browser.wait_for("document.activeElement.parentElement.open").await?;
        let card = "document.activeElement.closest('.fact').querySelector('.anchor').id";
        let id = browser.evaluate(card).await?;
        tab_to(&browser, ".fact-actions [data-action=share]").await?;
        assert_eq!(browser.evaluate(card).await?, id, "the card's own control");
        press(&browser, enter()).await?;
        browser.wait_for(&format!("{SHARE}.contains(document.activeElement)")).await?;
        let link = browser.evaluate("document.activeElement.value").await?;
        assert!(
            link.as_str().is_some_and(|link| link.ends_with(&format!("/f/{}/", id.as_str().unwrap_or("?"))))
        );
        tab_to(&browser, ".share [data-copy=share-link]").await?;
        press(&browser, enter()).await?;
        browser.wait_for("document.querySelector('.share [role=status]').textContent !== ''").await?;
        tab_to(&browser, ".share .dialog-actions button:last-child").await?;
        press(&browser, enter()).await?;
        let back = "document.activeElement.matches('.fact-actions [data-action=share]')";
        browser.wait_for(&format!("!{SHARE}.open && {back} && {card} === {id}")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_typed_while_the_search_of_another_page_loads_are_no_hotkeys() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/s/islands/", BrowserOptions::default()).await?;
    // In one task, before the browser leaves the page.
    let typed = "void [...'/nps'].forEach((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))";
    browser.evaluate(typed).await?;
    browser.wait_across_reloads("location.pathname === '/facts/'").await
}
