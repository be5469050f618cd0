//! Failure modes: no scripts, no WebAssembly, a panic, a strict policy.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::first_use::PRESS;
use crate::fleet::{self, FIRST_CARD_IS_OPEN, FIRST_CARD_SUMMARY, NUMBER_CARD_PAGE};
use crate::scripts::{DEAD_LINKS, KEEP_TRANSLATING, TRANSLATE};
use crate::server::{Policy, ServerOptions};
use crate::smoke::longest_page_of_each_kind;

/// Whether a page turns text into markup, which Trusted Types forbid.
pub const TEXT_BECOMES_MARKUP: &str =
    "(() => { try { document.createElement('p').innerHTML = ''; return true; } catch { return false; } })()";

/// The visible controls that need the program. Popover buttons and links work without.
const VISIBLE_CONTROLS: &str = "[...document.querySelectorAll('[data-action]:not(a, [popovertarget], [commandfor])')].filter((control) => control.checkVisibility({ visibilityProperty: true })).length";

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_the_page_is_whole_and_shows_no_dead_control() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions {
        server: ServerOptions { no_wasm: true, ..ServerOptions::default() },
        ..BrowserOptions::default()
    })
    .await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    let alert = "document.querySelector('[data-island=card-controls] [role=alert]')";
    assert_eq!(
        browser
            .evaluate(&format!(
                "{alert}.checkVisibility({{ visibilityProperty: true }}) && {alert}.textContent.length > 20"
            ))
            .await?,
        true,
        "the pressed control says why it cannot answer"
    );
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for(FIRST_CARD_IS_OPEN).await?;
    assert_eq!(browser.evaluate("document.documentElement.dataset.hydrated").await?, serde_json::Value::Null);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_script_and_webassembly_are_refused_nothing_throws_and_no_control_shows() -> WebDriverResult<()>
{
    let browser = Browser::new(BrowserOptions::default()).await?;
    let refused = "self.thrown = []; addEventListener('unhandledrejection', (event) => self.thrown.push(`${event.reason}`)); \
                   self.fetch = () => Promise.reject(new TypeError('refused'));";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refused })).await?;
    browser.block_urls(&["*/program-*.js"]).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate("self.thrown").await?, json!([]));
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_cannot_be_fetched_is_requested_at_most_twice_while_reading() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    let refused = "self.asked = 0; self.fetch = (file) => { if (`${file}`.endsWith('.wasm')) self.asked += 1; \
                   return Promise.reject(new TypeError('refused')); }; self.requestIdleCallback = (then) => setTimeout(then);";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refused })).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    let read_on = "(document.dispatchEvent(new Event('scroll')), (self.signs = (self.signs ?? 0) + 1) > 100)";
    browser.wait_for(read_on).await?;
    assert_eq!(browser.evaluate("self.asked").await?, 2);
    // A press asks again, twice.
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate("self.asked").await?, 4);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_works_although_the_network_drops_the_first_request() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    let drops_first = "self.asked = 0; self.networkFetch = self.fetch; self.fetch = (file) => \
                       self.asked++ ? self.networkFetch(file) : Promise.reject(new TypeError('network')); \
                       Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": drops_first })).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    assert_eq!(browser.evaluate("self.asked").await?, 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_style_of_the_controls_never_arrives_they_work_without_it() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    let hangs = "const { append } = Element.prototype; const { setTimeout } = self; \
        Element.prototype.append = function (...nodes) { if (nodes[0]?.rel !== 'stylesheet') append.apply(this, nodes); }; \
        self.setTimeout = (then, after) => setTimeout(then, after === 3000 ? 0 : after);";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": hangs })).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_that_writes_changing_texts_anew_stops_nothing() -> WebDriverResult<()> {
    let rewrite = |selector: &str| {
        format!("document.querySelectorAll('{selector}').forEach((own) => {{ own.innerHTML += ''; }})")
    };
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.evaluate(&rewrite(".range-ends, .card-controls > p")).await?;
    let guess = "(() => { const range = document.querySelector('.guess input'); range.value = range.max; \
        range.dispatchEvent(new Event('input', { bubbles: true })); })()";
    browser.evaluate(guess).await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_frames(10).await?;
    browser.open("/facts/").await?;
    browser.start_program().await?;
    browser.evaluate(&rewrite(".result-bar p")).await?;
    browser.evaluate("void document.querySelector('#search').focus()").await?;
    browser.cdp("Input.insertText", json!({ "text": "gannet" })).await?;
    browser.wait_for("location.search === '?q=gannet'").await?;
    assert_eq!(browser.evaluate("document.documentElement.dataset.failed").await?, json!(null));
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_style_of_the_controls_is_lost_they_work_without_it() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.block_urls(&["*/deferred-*.css"]).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_cards_open_and_an_address_shows_its_cards_content() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/#ca-gannet-1t").await?;
    let shows =
        |fact: &str| format!("document.querySelector('[data-fact={fact}] .fact-body').checkVisibility()");
    assert_eq!(
        browser.evaluate(&shows("ca-gannet-1t")).await?,
        true,
        "the address shows what its card holds"
    );
    assert_eq!(browser.evaluate(&shows("ca-gannet-songs")).await?, false);
    browser.driver.find(By::Css("[data-fact='ca-gannet-songs'] > summary")).await?.click().await?;
    assert_eq!(browser.evaluate(&shows("ca-gannet-songs")).await?, true, "a click opens a card");
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_island_that_cannot_be_mounted_does_not_stop_the_others() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/").await?;
    browser.evaluate("document.querySelector('[data-island=search]').dataset.props = '['").await?;
    browser.evaluate("document.querySelector('[data-island=toc]').dataset.island = 'unknown'").await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    browser.wait_for("document.documentElement.dataset.hydrated !== undefined").await?;
    browser.wait_for("document.querySelectorAll('[data-island]:not([data-alive])').length === 2").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_control_whose_island_cannot_be_mounted_says_so_and_the_others_work() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate("document.querySelector('[data-island=share-dialog]').dataset.props = '['").await?;
    browser.driver.find(By::Css(".site-header [data-action=share]")).await?.click().await?;
    let alert = "document.querySelector('.site-header [role=alert]')";
    browser.wait_for(&format!("{alert}?.checkVisibility({{ visibilityProperty: true }})")).await?;
    assert_eq!(browser.evaluate(&format!("document.activeElement === {alert}")).await?, true);
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    assert_eq!(browser.evaluate("document.documentElement.dataset.failed").await?, serde_json::Value::Null);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_failure_hotkeys_are_not_intercepted() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.block_urls(&["*.wasm"]).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    let takes = "!document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true, cancelable: true }))";
    assert_eq!(browser.evaluate(takes).await?, true);
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate(takes).await?, false);
    // Autofill sends keydown events without a key.
    browser.evaluate("document.body.dispatchEvent(new Event('keydown', { bubbles: true }))").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_panic_the_controls_go_away_and_cards_still_open() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let trap =
        "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
    browser.evaluate(trap).await?;
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate(VISIBLE_CONTROLS).await?, 0);
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for(FIRST_CARD_IS_OPEN).await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_kind_of_page_violates_the_published_policy() -> WebDriverResult<()> {
    let options = BrowserOptions {
        server: ServerOptions { policy: Some(Policy::Published), ..ServerOptions::default() },
        ..BrowserOptions::default()
    };
    let browser = Browser::new(options).await?;
    for path in longest_page_of_each_kind(&fleet::story(), fleet::site_dir()) {
        browser.open(&path).await?;
        browser.start_program().await?;
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{path}");
    }
    assert_eq!(browser.evaluate(TEXT_BECOMES_MARKUP).await?, false, "the policy enforces no Trusted Types");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_controls_of_the_story_do_not_violate_the_published_policy() -> WebDriverResult<()> {
    let server = ServerOptions { policy: Some(Policy::Published), ..ServerOptions::default() };
    let browser = Browser::open_alive("/", BrowserOptions { server, ..BrowserOptions::default() }).await?;
    browser.evaluate(PRESS).await?;
    browser.wait_for("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    browser.click("[data-action=open-search]").await?;
    let field = browser.driver.find(By::Css("[data-action=search]")).await?;
    field.send_keys("kittiwake").await?;
    browser.wait_for("document.querySelectorAll('[data-search=list] li').length > 0").await?;
    field.send_keys(Key::Escape + "").await?;
    field.send_keys(Key::Escape + "").await?;
    browser.click(".guess button").await?;
    browser.wait_for("document.querySelector('.guess [role=status] dl')?.checkVisibility()").await?;
    browser.click(".passage a[data-entity]").await?;
    browser.wait_for("document.querySelector('.preview:popover-open') !== null").await?;
    browser.driver.action_chain().send_keys(Key::Escape + "").perform().await?;
    for (control, dialog) in [
        (".fact-actions [data-action=share]", "dialog.share"),
        (".fact-actions [data-action=embed]", "dialog.embed-dialog"),
        (".site-header [data-action=open-preferences]", "dialog.preferences"),
    ] {
        browser.evaluate(&format!("document.querySelector('{control}').click()")).await?;
        browser.wait_for(&format!("document.querySelector('{dialog}')?.open")).await?;
        browser.evaluate(&format!("document.querySelector('{dialog}').close()")).await?;
    }
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_that_refuses_the_style_in_the_page_gets_it_from_a_file() -> WebDriverResult<()> {
    for scripts in [true, false] {
        let server = ServerOptions { policy: Some(Policy::NothingInline), ..ServerOptions::default() };
        let browser = Browser::new(BrowserOptions { server, scripts, ..BrowserOptions::default() }).await?;
        browser.open(NUMBER_CARD_PAGE).await?;
        let styled = "[...document.styleSheets].some((sheet) => sheet.media.length === 0) && getComputedStyle(document.querySelector('.fact-header')).display === 'grid'";
        browser.wait_for(styled).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_url_shows_a_page_with_a_link_to_the_story() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/f/no-such-fact/").await?;
    assert_eq!(browser.evaluate("document.styleSheets[0].cssRules.length > 0").await?, true);
    browser.click("main a").await?;
    browser.wait_for("document.querySelector('main.story') !== null").await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_host_strips_the_trailing_slash_every_link_still_works() -> WebDriverResult<()> {
    let server = ServerOptions { strips_trailing_slash: true, ..ServerOptions::default() };
    let browser = Browser::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
    for path in ["/f/ca-gannet-1t", "/s/islands?q=1#is-pearl-share", "/e/f/ca-gannet-1t", "/facts"] {
        browser.open(path).await?;
        assert_eq!(browser.evaluate("location.pathname.endsWith('/')").await?, true, "{path}");
        browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
        assert_eq!(browser.evaluate(DEAD_LINKS).await?, json!([]), "{path}");
    }
    browser.open("/no-such-page").await?;
    assert_eq!(
        browser.evaluate("location.pathname").await?,
        "/no-such-page",
        "a wrong address stays as it is"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_needs_a_failed_program_shows_an_alert() -> WebDriverResult<()> {
    let server = ServerOptions { no_wasm: true, ..ServerOptions::default() };
    let browser = Browser::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.driver.action_chain().send_keys("?").perform().await?;
    browser.wait_for("document.querySelector('.site-header + [role=alert]')?.checkVisibility()").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_filtered_facts_says_that_the_program_failed() -> WebDriverResult<()> {
    let server = ServerOptions { no_wasm: true, ..ServerOptions::default() };
    let browser = Browser::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
    browser.open("/facts/?region=harbour").await?;
    browser.wait_for("document.querySelector('.site-header + [role=alert]')?.checkVisibility()").await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_program_the_contents_close_when_a_link_is_followed() -> WebDriverResult<()> {
    let server = ServerOptions { no_wasm: true, ..ServerOptions::default() };
    let browser = Browser::new(BrowserOptions { server, width: 390, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    browser.click("[data-action=open-contents]").await?;
    browser.click("#toc a[href='#strait']").await?;
    browser.wait_for("!document.querySelector('#toc').matches(':popover-open')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn translating_results_as_they_appear_breaks_nothing() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.evaluate(KEEP_TRANSLATING).await?;
    browser.click("[data-action=open-search]").await?;
    let field = browser.driver.find(By::Css("[data-action=search]")).await?;
    // A slow typist: after each letter all results have come.
    let all_shown = "(([shown, all]) => shown > 0 && shown === Math.min(all, 40))
        ([document.querySelectorAll('.search li').length, parseInt(document.querySelector('[data-search=count]').textContent)])";
    for letters in ["ki", "t", "t"] {
        field.send_keys(letters).await?;
        browser.wait_for(all_shown).await?;
    }
    for _ in 0..2 {
        field.send_keys(Key::Backspace + "").await?;
        browser.wait_for(all_shown).await?;
    }
    assert_eq!(browser.evaluate("document.documentElement.dataset.failed").await?, serde_json::Value::Null);
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_updates_its_text_in_a_translated_page() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.evaluate(TRANSLATE).await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for("document.querySelector('[data-counter]').textContent.startsWith('1 of ')").await?;
    browser.evaluate(PRESS).await?;
    browser
        .wait_for("/^([0-9]+) of \\1 /.test(document.querySelector('[data-counter]').textContent)")
        .await?;
    // The search, twice; the guess, twice.
    browser.click("[data-action=open-search]").await?;
    let field = browser.driver.find(By::Css("[data-action=search]")).await?;
    let count = "document.querySelector('[data-search=count]').textContent";
    for (query, again) in [("petrel", false), ("kittiwake", true)] {
        field.clear().await?;
        field.send_keys(query).await?;
        let announced = "document.querySelector('.search [role=status]').textContent";
        browser.wait_for(&format!("parseInt({count}) > 0 && {announced} === {count}")).await?;
        if !again {
            browser.evaluate(TRANSLATE).await?;
        }
    }
    field.send_keys(Key::Escape + "").await?;
    field.send_keys(Key::Escape + "").await?;
    let guess = "document.querySelector('[data-guess=ha-barge-riders]')";
    for value in [120, 200] {
        let set = format!(
            "(() => {{ const range = {guess}.querySelector('input'); range.value = {value}; \
                           range.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
        );
        browser.evaluate(&set).await?;
        browser
            .wait_for(&format!("{guess}.querySelector('output')?.textContent === '{value} thousand'"))
            .await?;
        browser.evaluate(&format!("{guess}.querySelector('button').click()")).await?;
        browser
            .wait_for(&format!("{guess}.querySelector('[role=status] b').textContent === '{value} thousand'"))
            .await?;
        browser.evaluate(TRANSLATE).await?;
    }
    assert_eq!(browser.evaluate("document.documentElement.dataset.failed").await?, serde_json::Value::Null);
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_failure_a_link_that_waited_for_its_preview_is_reset_and_an_alert_shows()
-> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.block_urls(&["*.wasm"]).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    let link = "document.querySelector('.passage a[data-entity]')";
    let press = format!(
        "{link}.dispatchEvent(new MouseEvent('click', {{ detail: 1, bubbles: true, cancelable: true }}))"
    );
    assert_eq!(browser.evaluate(&press).await?, false, "it waits for its preview");
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    assert_eq!(browser.evaluate(&format!("{link}.ariaBusy")).await?, serde_json::Value::Null);
    assert_eq!(browser.evaluate("location.hash").await?, "");
    let shows_alert = "document.querySelector('.site-header + [role=alert]')?.checkVisibility({ visibilityProperty: true })";
    assert_eq!(browser.evaluate(shows_alert).await?, true);
    Ok(())
}
