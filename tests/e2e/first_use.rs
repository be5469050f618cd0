//! The first use of a control: before the program comes, while it comes, and what the reader does meanwhile.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::{FIRST_CARD_IS_OPEN, FIRST_CARD_SUMMARY, NUMBER_CARD_PAGE, RANGE_CARD};

/// How often the program was fetched.
const FETCHED: &str =
    "performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.wasm')).length";

/// Uses a control that needs the program.
pub const PRESS: &str = "void document.querySelector('[data-action=expand-all]').click()";

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opened_before_webassembly_arrives_stays_open_and_is_counted() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.server.release_wasm();
    browser.start_program().await?;
    browser.wait_for("document.querySelector('[data-counter]').textContent.startsWith('1 of ')").await?;
    assert_eq!(browser.evaluate(FIRST_CARD_IS_OPEN).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_an_extension_changed_before_mounting_keeps_every_control() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    // Like translators and extensions: wraps text nodes, adds elements to controls, removes comments.
    let change = "void document.querySelectorAll('button, [data-counter], p, h2').forEach((one) => { \
                  const font = document.createElement('font'); font.append(...one.childNodes); one.append(font, document.createElement('span')); })";
    browser.evaluate(change).await?;
    browser.start_program().await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    browser.wait_for("!document.querySelector('[data-counter]').textContent.startsWith('0 ')").await?;
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_control_pressed_before_the_program_has_loaded_acts_once() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.evaluate(PRESS).await?;
    assert_eq!(
        browser.evaluate("document.querySelector('[data-action=expand-all]').ariaBusy").await?,
        "true",
        "the control says that it is coming"
    );
    browser.server.release_wasm();
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    browser.evaluate("document.querySelector('[data-fact]').open = false").await?;
    browser.wait_frames(10).await?;
    assert_eq!(browser.evaluate("document.querySelectorAll('[data-fact]:not([open])').length").await?, 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_controls_of_one_island_pressed_before_the_program_has_loaded_both_act() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.evaluate("void document.querySelector('[data-action=collapse-all]').click()").await?;
    browser.evaluate(PRESS).await?;
    browser.server.release_wasm();
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opened_before_any_script_has_run_is_counted_on_a_slow_connection() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    // The loader does not listen yet when the card toggles.
    let source = "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g' } }); \
                  addEventListener('toggle', (event) => event.stopImmediatePropagation(), { capture: true, once: true }); \
                  new MutationObserver((_, observer) => { \
                  const card = document.querySelector('[data-fact]'); \
                  if (card) { card.open = true; observer.disconnect(); } \
                  }).observe(document, { childList: true, subtree: true });";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    browser.open("/").await?;
    browser.wait_for("document.querySelector('[data-counter]').textContent.startsWith('1 of ')").await?;
    assert_eq!(browser.evaluate(FETCHED).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_fetches_no_webassembly_where_data_is_saved_until_a_control_is_used() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    let saves =
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": saves })).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.evaluate("scrollTo(0, 4000)").await?;
    browser.wait_frames(30).await?;
    assert_eq!(browser.evaluate(FETCHED).await?, 0);
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    assert_eq!(browser.evaluate(FETCHED).await?, 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_on_slow_or_mobile_connections_fetches_no_webassembly_until_a_control_is_used()
-> WebDriverResult<()> {
    for connection in ["{ effectiveType: '3g' }", "{ effectiveType: '4g', type: 'cellular' }"] {
        let browser = Browser::new(BrowserOptions::default()).await?;
        let source = format!("Object.defineProperty(navigator, 'connection', {{ value: {connection} }})");
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        browser.open("/").await?;
        let position = "localStorage.setItem('chuhai:reading-position /', 'harbour 1 50')";
        browser.evaluate(position).await?;
        for path in ["/f/ca-gannet-1t/", "/#ca-gannet-1t", "/?utm_source=letter", "/facts/", "/"] {
            browser.open(path).await?;
            browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
            browser.evaluate("scrollTo(0, 4000)").await?;
            browser.driver.action_chain().send_keys(Key::PageDown + Key::Tab).perform().await?;
            let swipe = "document.querySelector('summary, main a').dispatchEvent(new Event('pointerdown', { bubbles: true }))";
            browser.evaluate(swipe).await?;
            browser.wait_frames(30).await?;
            assert_eq!(browser.evaluate(FETCHED).await?, 0, "{path}");
        }
        for count in ["1 of ", "0 of ", "1 of "] {
            browser.click(FIRST_CARD_SUMMARY).await?;
            browser
                .wait_for(&format!(
                    "document.querySelector('[data-counter]').textContent.startsWith('{count}')"
                ))
                .await?;
        }
        browser.wait_frames(30).await?;
        assert_eq!(browser.evaluate(FETCHED).await?, 0, "a card and its count need none");
        browser.evaluate(PRESS).await?;
        browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
        assert_eq!(browser.evaluate(FETCHED).await?, 1);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_filtered_facts_shows_them_on_any_connection() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    let saves =
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '3g' } })";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": saves })).await?;
    browser.open("/facts/?q=gannet").await?;
    browser.wait_for("document.querySelector('[data-ref=clear]').checkVisibility()").await?;
    browser.wait_for("document.querySelector('#search').value === 'gannet'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_pasted_before_the_program_has_loaded_are_searched() -> WebDriverResult<()> {
    // Whether an effect or a microtask ran first differed between loads.
    for _ in 0..6 {
        let browser = Browser::open_delayed("/facts/").await?;
        browser.evaluate("void document.querySelector('#search').focus()").await?;
        browser.cdp("Input.insertText", json!({ "text": "gannet" })).await?;
        browser.server.release_wasm();
        browser.wait_for("location.search === '?q=gannet'").await?;
        assert_eq!(browser.evaluate("document.querySelector('#search').value").await?, "gannet");
        browser.wait_for("document.querySelector('[data-ref=clear]').checkVisibility()").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_opened_before_the_program_has_loaded_stay_open() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/facts/").await?;
    browser.set_width_and_wait(390).await?;
    browser.click(".filter-panel summary").await?;
    browser.evaluate("document.querySelector('[name=region]').focus()").await?;
    browser.server.release_wasm();
    browser.start_program().await?;
    assert_eq!(browser.evaluate("document.querySelector('.filter-panel').open").await?, true);
    assert_eq!(browser.evaluate("document.activeElement.name").await?, "region");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_pressed_on_a_control_before_the_program_has_loaded_acts() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.evaluate("document.querySelector('[data-action=expand-all]').focus()").await?;
    browser.driver.action_chain().send_keys("?").perform().await?;
    browser.server.release_wasm();
    browser.wait_for("document.querySelector('dialog.preferences').open").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_never_waits_for_the_program() -> WebDriverResult<()> {
    let browser = Browser::open_delayed(NUMBER_CARD_PAGE).await?;
    browser.driver.find(By::Css("a[data-action=open-search]")).await?.click().await?;
    browser.wait_across_reloads("location.pathname === '/facts/'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_whose_preview_does_not_load_is_followed_at_the_second_press() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    let link = browser.driver.find(By::Css(".passage a[data-entity]")).await?;
    link.scroll_into_view().await?;
    link.click().await?;
    browser.wait_for("document.querySelector('.passage a[data-entity]').ariaBusy === 'true'").await?;
    link.click().await?;
    browser.wait_across_reloads("location.pathname !== '/'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_program_opens_no_dialog_for_a_reader_who_has_moved_on() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.evaluate(PRESS).await?;
    browser.click(".site-header [data-action=share]").await?;
    browser.click("[data-action=open-search]").await?;
    browser.driver.active_element().await?.send_keys("petrel").await?;
    browser.server.release_wasm();
    browser.wait_for("!document.querySelector('[data-island]:not([data-alive])')").await?;
    browser.wait_for("document.querySelector('[data-action=share]').ariaBusy !== 'true'").await?;
    let stays = "!document.querySelector('dialog[open]') && document.activeElement.value === 'petrel'";
    assert_eq!(browser.evaluate(stays).await?, true);
    // What opens nothing over the page is done.
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_slash_opens_the_search_at_once_and_the_letters_after_it_are_kept() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.driver.action_chain().send_keys("/petrel").perform().await?;
    let field = "document.querySelector('#search-panel:popover-open input').value === 'petrel'";
    assert_eq!(browser.evaluate(field).await?, true);
    browser.server.release_wasm();
    browser.wait_for("document.querySelector('#search-results li') !== null").await?;
    assert_eq!(browser.evaluate(field).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_program_ignores_earlier_keys_once_the_reader_types() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.driver.action_chain().send_keys("s?").perform().await?;
    browser.click("[data-action=open-search]").await?;
    browser.driver.active_element().await?.send_keys("petrel").await?;
    browser.server.release_wasm();
    browser.start_program().await?;
    browser.wait_for("document.documentElement.dataset.hydrated !== undefined").await?;
    let stays = "!document.querySelector('dialog[open]') && document.activeElement.value === 'petrel'";
    assert_eq!(browser.evaluate(stays).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_keys_that_waited_for_the_program_one_opens_its_dialog() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    browser.driver.action_chain().send_keys("?s").perform().await?;
    browser.server.release_wasm();
    browser.wait_for("document.querySelector('dialog.preferences').open").await?;
    browser.start_program().await?;
    assert_eq!(browser.evaluate("document.querySelectorAll('dialog[open]').length").await?, 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_saved_after_use_works_as_a_fresh_one() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    // The marks of an earlier life, as a saved copy has them.
    let saved = "const marks = new MutationObserver(() => { const { dataset } = document.documentElement; \
                 if ('ready' in dataset) return marks.disconnect(); dataset.hydrated = ''; \
                 for (const island of document.querySelectorAll('[data-island]')) island.dataset.alive = ''; }); \
                 marks.observe(document, { childList: true, subtree: true });";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": saved })).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embed_without_controls_never_fetches_webassembly() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open(&format!("/e/f/{RANGE_CARD}/")).await?;
    browser
        .wait_for(
            "document.documentElement.dataset.ready !== undefined && document.readyState === 'complete'",
        )
        .await?;
    browser.click("[data-fact] > summary").await?;
    // By then the story would have fetched it.
    browser.evaluate("new Promise((idle) => requestIdleCallback(idle, { timeout: 3000 }))").await?;
    browser.wait_frames(30).await?;
    let fetched = "performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('.wasm'))";
    assert_eq!(browser.evaluate(fetched).await?, false);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_composition_that_begins_before_the_program_has_loaded_is_kept() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/facts/").await?;
    let field = "document.querySelector('.all-facts input[type=search]')";
    browser.evaluate(&format!("void {field}.focus()")).await?;
    let compose =
        |text: &str| json!({ "text": text, "selectionStart": text.len(), "selectionEnd": text.len() });
    browser.cdp("Input.imeSetComposition", compose("d")).await?;
    browser.evaluate(&format!("void ({field}.dataset.composed = '')")).await?;
    browser.server.release_wasm();
    browser
        .wait_for("performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('.wasm'))")
        .await?;
    browser.wait_frames(10).await?;
    browser.cdp("Input.imeSetComposition", compose("dou")).await?;
    assert_eq!(
        browser.evaluate(&format!("{field}.dataset.composed")).await?,
        "",
        "the field is not replaced"
    );
    browser.cdp("Input.insertText", json!({ "text": "抖音" })).await?;
    browser.wait_for(&format!("{field}.dataset.composed === undefined")).await?;
    assert_eq!(browser.evaluate(&format!("{field}.value")).await?, "抖音");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_letter_is_lost_while_the_field_is_mounted() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/facts/").await?;
    let field = "document.querySelector('.all-facts input[type=search]')";
    browser.evaluate(&format!("void {field}.focus()")).await?;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 6 })).await?;
    browser.server.release_wasm();
    let alive = "document.querySelector('[data-island=fact-table]').dataset.alive !== undefined";
    let mut typed = String::new();
    while browser.evaluate(alive).await? != true {
        for letter in ["a", "b", "c", "d"] {
            browser
                .cdp("Input.dispatchKeyEvent", json!({ "type": "keyDown", "key": letter, "text": letter }))
                .await?;
            browser.cdp("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": letter })).await?;
            typed.push_str(letter);
        }
    }
    assert_eq!(browser.evaluate(&format!("{field}.value")).await?, typed);
    Ok(())
}
