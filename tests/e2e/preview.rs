//! Previews of names and facts: hover, focus, tap, position, dismissal.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility::axe_violations;
use crate::browser::{Browser, BrowserOptions};
use crate::scripts::MISPLACED_PREVIEWS;

const SHOWN: &str = "document.querySelector('.preview:popover-open')";
const SIGNAL: &str = "#delta .passage a[data-entity=signal]";

/// Moves the pointer to the middle of the first match of a selector, which must be in view.
async fn hover(browser: &Browser, selector: &str) -> WebDriverResult<()> {
    let (x, y) = middle(browser, selector).await?;
    move_to(browser, x, y).await
}

async fn move_to(browser: &Browser, x: f64, y: f64) -> WebDriverResult<()> {
    browser.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y })).await?;
    Ok(())
}

async fn middle(browser: &Browser, selector: &str) -> WebDriverResult<(f64, f64)> {
    let rect = format!("document.querySelector('{selector}').getClientRects()[0]");
    let place = format!("((rect) => [rect.x + rect.width / 2, rect.y + rect.height / 2])({rect})");
    let place = browser.evaluate(&place).await?;
    Ok((place[0].as_f64().unwrap_or_default(), place[1].as_f64().unwrap_or_default()))
}

/// Scrolls an element to the middle of the screen, and waits until its position is stable.
async fn scroll_to_center(browser: &Browser, selector: &str) -> WebDriverResult<()> {
    let place = format!("document.querySelector('{selector}')");
    browser.evaluate(&format!("{place}.scrollIntoView({{ block: 'center' }})")).await?;
    browser
        .wait_for(&format!(
            "((top) => {{ const still = top === window.lastTop; window.lastTop = top; return still && top > 0; }})\
             ({place}.getBoundingClientRect().top)"
        ))
        .await
}

async fn press(browser: &Browser, key: Key) -> WebDriverResult<()> {
    browser.driver.active_element().await?.send_keys(key + "").await
}

/// Opens the story, focuses a link and waits for its preview.
async fn focused(selector: &str) -> WebDriverResult<Browser> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    scroll_to_center(&browser, selector).await?;
    browser.evaluate(&format!("document.querySelector('{selector}').focus()")).await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    Ok(browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn pressing_a_link_to_the_card_in_the_fragment_does_not_scroll() -> WebDriverResult<()> {
    let card = "op-five-cargoes";
    let browser = Browser::open_alive(&format!("/#{card}"), BrowserOptions::default()).await?;
    let link = format!(".passage a[data-fact-link={card}]");
    scroll_to_center(&browser, &link).await?;
    browser.evaluate("document.activeElement.blur()").await?;
    let before = browser.evaluate("scrollY").await?;
    browser.driver.find(By::Css(&*link)).await?.click().await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    let settled = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))";
    browser.evaluate(settled).await?;
    assert_eq!(browser.evaluate("scrollY").await?, before);
    assert_eq!(browser.evaluate(&format!("!!{SHOWN}")).await?, true);
    assert_eq!(browser.evaluate("document.activeElement.matches('summary')").await?, false);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_that_shows_a_preview_leaves_the_address_as_it_is() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/#op-five-cargoes", BrowserOptions::default()).await?;
    scroll_to_center(&browser, SIGNAL).await?;
    let away = "document.getElementById('op-five-cargoes').getBoundingClientRect().top";
    browser.evaluate("scrollBy(0, 20000)").await?;
    let last = "[...document.querySelectorAll('.passage a[data-fact-link]')].at(-1)";
    browser.evaluate(&format!("{last}.scrollIntoView({{ block: 'center' }})")).await?;
    assert!(browser.evaluate(away).await?.as_f64().is_some_and(|top| top < 0.0));
    browser.evaluate(&format!("{last}.id = 'pressed'")).await?;
    browser.driver.find(By::Css("#pressed")).await?.click().await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    assert_eq!(browser.evaluate("location.hash").await?, "#op-five-cargoes");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pointing_at_a_link_for_half_a_second_shows_its_preview() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    scroll_to_center(&browser, SIGNAL).await?;
    // A popover opens without a change of the tree, but the link gets an attribute.
    let watch = format!(
        "document.querySelector('{SIGNAL}').addEventListener('mouseover', () => {{ window.began = performance.now(); }}), \
         new MutationObserver(() => {{ window.came ??= {SHOWN} && performance.now(); }})\
         .observe(document.body, {{ attributes: true, childList: true, subtree: true }})"
    );
    browser.evaluate(&watch).await?;
    hover(&browser, SIGNAL).await?;
    browser.wait_for("window.came").await?;
    let took = browser.evaluate("window.came - window.began").await?.as_f64().unwrap_or_default();
    assert!((499.0..1500.0).contains(&took), "it took {took} ms");
    let name = format!("[...{SHOWN}.querySelectorAll('[lang=zh-Hans]')].map((name) => name.textContent)");
    assert_eq!(browser.evaluate(&name).await?, json!(["信号台"]));
    let text = browser.evaluate(&format!("{SHOWN}.textContent")).await?;
    let text = text.as_str().unwrap_or_default();
    for words in ["Tower in the delta", "Delta Pilots (Harbour Trust)"] {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
    assert_eq!(
        browser.evaluate(&format!("{SHOWN}.querySelectorAll('p:last-child a[href]').length > 0")).await?,
        true
    );
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pointer_may_enter_a_preview_which_closes_when_it_leaves_both() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    scroll_to_center(&browser, SIGNAL).await?;
    hover(&browser, SIGNAL).await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    hover(&browser, ".preview p[id]").await?;
    browser.evaluate("window.entered = performance.now()").await?;
    browser.wait_for("performance.now() - window.entered > 700").await?;
    assert_eq!(browser.evaluate(&format!("!!{SHOWN}")).await?, true, "it stays while the pointer is in it");
    move_to(&browser, 2.0, 2.0).await?;
    browser.wait_for("!document.querySelector('.preview')").await?;
    assert_eq!(
        browser
            .evaluate(&format!("document.querySelector('{SIGNAL}').hasAttribute('aria-describedby')"))
            .await?,
        false
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_focused_link_is_described_and_escape_closes_with_the_focus_kept() -> WebDriverResult<()> {
    let browser = focused(SIGNAL).await?;
    let described =
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent";
    assert!(
        browser
            .evaluate(described)
            .await?
            .as_str()
            .is_some_and(|words| words.starts_with("Tower in the delta"))
    );
    move_to(&browser, 2.0, 2.0).await?;
    press(&browser, Key::Escape).await?;
    browser.wait_for("!document.querySelector('.preview')").await?;
    assert_eq!(browser.evaluate(&format!("document.activeElement.matches('{SIGNAL}')")).await?, true);
    Ok(())
}

/// Otherwise every link would be three tab stops.
#[tokio::test(flavor = "multi_thread")]
async fn the_focus_goes_from_a_link_past_its_definition() -> WebDriverResult<()> {
    let browser = focused(SIGNAL).await?;
    press(&browser, Key::Tab).await?;
    browser.wait_for(&format!("!document.activeElement.matches('{SIGNAL}, .preview *, body')")).await?;
    browser.wait_for(&format!("!document.querySelector('{SIGNAL}').matches('[aria-describedby]')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_enter_key_goes_to_the_entry() -> WebDriverResult<()> {
    let browser = focused(SIGNAL).await?;
    press(&browser, Key::Enter).await?;
    browser.wait_for("location.pathname === '/s/notes/' && location.hash === '#entity-signal'").await?;
    let top = "document.getElementById('entity-signal').getBoundingClientRect().top";
    browser.wait_for(&format!("{top} >= 0 && {top} < innerHeight")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_shows_the_definition_and_only_the_next_one_goes_to_the_entry() -> WebDriverResult<()> {
    let browser =
        Browser::open_alive("/", BrowserOptions { width: 320, ..BrowserOptions::default() }).await?;
    browser.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    scroll_to_center(&browser, SIGNAL).await?;
    let tap = async |selector: &str| {
        let (x, y) = middle(&browser, selector).await?;
        let touch = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        browser.cdp("Input.dispatchTouchEvent", touch).await?;
        browser.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await
    };
    tap(SIGNAL).await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    assert_eq!(browser.evaluate("location.hash").await?, "", "the tap has led nowhere");
    tap(".preview-title a").await?;
    browser.wait_for("location.hash === '#entity-signal'").await?;
    browser.driver.back().await?;
    browser.start_program().await?;

    scroll_to_center(&browser, SIGNAL).await?;
    tap(SIGNAL).await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    tap("#delta h2").await?;
    browser.wait_for("!document.querySelector('.preview')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_before_the_program_has_loaded_shows_the_preview_later() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    scroll_to_center(&browser, SIGNAL).await?;
    browser.click(SIGNAL).await?;
    assert_eq!(browser.evaluate(&format!("document.querySelector('{SIGNAL}').ariaBusy")).await?, "true");
    let before = browser.evaluate("scrollY").await?;
    browser.server.release_wasm();
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    assert_eq!(browser.evaluate("[location.pathname, location.hash]").await?, json!(["/", ""]));
    assert_eq!(browser.evaluate("scrollY").await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_pointed_at_before_the_program_has_loaded_shows_its_preview() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/").await?;
    scroll_to_center(&browser, SIGNAL).await?;
    hover(&browser, SIGNAL).await?;
    browser.server.release_wasm();
    browser.wait_for(&format!("!!{SHOWN}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_follows_its_link_where_the_program_cannot_load() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.block_urls(&["*.wasm"]).await?;
    browser.open("/").await?;
    scroll_to_center(&browser, SIGNAL).await?;
    browser.click(SIGNAL).await?;
    browser.wait_for("location.hash === '#entity-signal'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_keeps_the_preview_that_pointing_has_shown_and_the_next_one_follows() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    scroll_to_center(&browser, SIGNAL).await?;
    hover(&browser, SIGNAL).await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    browser.click(SIGNAL).await?;
    assert_eq!(browser.evaluate(&format!("location.hash + !!{SHOWN}")).await?, "true");
    move_to(&browser, 2.0, 2.0).await?;
    browser.click(SIGNAL).await?;
    browser.wait_for("location.hash === '#entity-signal'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn going_back_to_a_link_that_was_pressed_shows_no_preview_again() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let link = ".passage a[data-fact-link=op-five-cargoes]";
    scroll_to_center(&browser, link).await?;
    browser.driver.find(By::Css(link)).await?.click().await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    browser.driver.find(By::Css(link)).await?.click().await?;
    browser.wait_for("location.hash !== '' && document.activeElement.matches('summary')").await?;
    browser.driver.back().await?;
    browser.wait_for(&format!("document.activeElement === document.querySelector('{link}')")).await?;
    browser.wait_frames(20).await?;
    assert_eq!(browser.evaluate("document.querySelector('.preview')").await?, json!(null));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_as_wide_as_its_words_need() -> WebDriverResult<()> {
    for width in [320, 390, 1440] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for link in ["#harbour a[data-entity]", SIGNAL] {
            scroll_to_center(&browser, link).await?;
            browser.evaluate(&format!("document.querySelector('{link}').focus()")).await?;
            browser
                .wait_for(&format!("document.querySelector('{link}').matches('[aria-describedby]')"))
                .await?;
            let text = format!("document.querySelector('{link}').closest('p')");
            let widths = format!("[{SHOWN}, {text}].map((part) => part.getBoundingClientRect().width)");
            let widths = browser.evaluate(&widths).await?;
            let (wide, text) = (widths[0].as_f64(), widths[1].as_f64().expect("a width"));
            assert!(
                wide >= Some(text.min(340.0)),
                "{link}: {wide:?} px wide, the text {text}, at {width} px"
            );
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_definition_never_covers_its_link_nor_leaves_the_screen() -> WebDriverResult<()> {
    for width in [320, 768, 1440] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        browser.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        let wrong = browser.driver.execute_async(MISPLACED_PREVIEWS, Vec::new()).await?.json().clone();
        assert_eq!(wrong, json!([]), "{width} px wide");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_the_endnotes_reads_its_definitions_from_them() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/f/ha-avocet-crew/", BrowserOptions::default()).await?;
    let link = "main a[data-entity][href$=entity-crew-day]";
    scroll_to_center(&browser, link).await?;
    browser.evaluate(&format!("document.querySelector('{link}').focus()")).await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    let fetched = "performance.getEntriesByType('resource').filter((entry) => entry.initiatorType === 'fetch' && !entry.name.endsWith('.wasm')).map((entry) => new URL(entry.name).pathname)";
    assert_eq!(browser.evaluate(fetched).await?, json!(["/previews.json"]));
    let facts = format!("{SHOWN}.querySelectorAll('p a')");
    let all_lead = format!(
        "Promise.all([...{facts}].map((link) => fetch(link.href).then((answer) => answer.ok))).then((all) => {{ window.lead = all.length > 0 && all.every(Boolean); }})"
    );
    browser.evaluate(&format!("void {all_lead}")).await?;
    browser.wait_for("window.lead").await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_frame_and_without_scripts_a_mention_is_a_link_to_the_entry() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/e/s/delta/", BrowserOptions::default()).await?;
    scroll_to_center(&browser, SIGNAL).await?;
    browser.evaluate(&format!("document.querySelector('{SIGNAL}').focus()")).await?;
    hover(&browser, SIGNAL).await?;
    browser.evaluate("window.entered = performance.now()").await?;
    browser.wait_for("performance.now() - window.entered > 700").await?;
    assert_eq!(browser.evaluate("document.querySelector('.preview')").await?, Value::Null);

    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    browser.driver.find(By::Css(SIGNAL)).await?.click().await?;
    assert_eq!(browser.evaluate("location.hash").await?, "#entity-signal");
    assert_eq!(
        browser
            .evaluate("document.querySelector('dt:has(> #entity-signal) ~ dd a').checkVisibility()")
            .await?,
        true
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_preview_leaves_nothing_in_the_storage_and_in_the_prose() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let text = format!("document.querySelector('{SIGNAL}').closest('section').innerHTML");
    scroll_to_center(&browser, SIGNAL).await?;
    let before = browser.evaluate(&text).await?;
    browser.evaluate(&format!("document.querySelector('{SIGNAL}').focus()")).await?;
    browser.wait_for(&format!("!!{SHOWN}")).await?;
    press(&browser, Key::Escape).await?;
    browser.wait_for(&format!("{text} === {before}")).await?;
    assert_eq!(
        browser.evaluate("localStorage.length + sessionStorage.length + document.cookie.length").await?,
        0
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_while_a_definition_shows() -> WebDriverResult<()> {
    for (dark, width) in [(false, 320), (true, 1440)] {
        let browser =
            Browser::open_alive("/s/delta/", BrowserOptions { dark, width, ..BrowserOptions::default() })
                .await?;
        scroll_to_center(&browser, SIGNAL).await?;
        browser.evaluate(&format!("document.querySelector('{SIGNAL}').focus()")).await?;
        browser.wait_for(&format!("!!{SHOWN}")).await?;
        assert_eq!(axe_violations(&browser).await?, Vec::<String>::new(), "dark {dark} width {width}");
    }
    Ok(())
}
