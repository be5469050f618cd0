//! Preferences: colours, text size, motion and shortcuts apply at once and persist.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility::{axe_violations_in, contrast_violations};
use crate::browser::{Browser, BrowserOptions};
use crate::fleet::LONG_CARD_PAGE as FACT;
use crate::scripts::{APPLY_TEXT_SPACING, CLIPPED_TEXT, OVERFLOW};
use crate::server::ServerOptions;

const CONTROL: &str = "[data-action=open-preferences]";
const MARKS: &str = "['theme', 'contrast', 'size', 'motion', 'keys'].map((name) => document.documentElement.dataset[name] ?? '').join()";
const CHOSEN: &str =
    "[...document.querySelectorAll('.preferences :checked')].map((field) => field.value).join()";
const BACKGROUND: &str = "getComputedStyle(document.body).backgroundColor";

async fn choose(browser: &Browser, name: &str, value: &str) -> WebDriverResult<()> {
    browser.click(CONTROL).await?;
    browser.click(&format!(".preferences [name={name}][value='{value}']")).await?;
    browser.click(".preferences .dialog-actions button").await?;
    browser.wait_for("!document.querySelector('.preferences').open").await
}

/// Runs a script in every page before its own scripts.
async fn before_scripts(browser: &Browser, script: &str) -> WebDriverResult<()> {
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_is_seen_at_once_and_on_every_later_page_before_webassembly() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let size = "parseFloat(getComputedStyle(document.documentElement).fontSize)";
    let before = browser.evaluate(size).await?.as_f64().expect("a size");
    choose(&browser, "theme", "dark").await?;
    assert_eq!(browser.evaluate(BACKGROUND).await?, "rgb(16, 24, 29)");
    choose(&browser, "contrast", "more").await?;
    assert_eq!(browser.evaluate(BACKGROUND).await?, "rgb(0, 0, 0)");
    choose(&browser, "size", "4").await?;
    assert_eq!(browser.evaluate(size).await?.as_f64(), Some(before * 1.5));
    choose(&browser, "motion", "less").await?;
    choose(&browser, "keys", "off").await?;
    assert_eq!(browser.evaluate(MARKS).await?, "dark,more,4,less,off");

    browser.block_urls(&["*.wasm"]).await?;
    for path in ["/", "/s/harbour/", FACT] {
        browser.open(path).await?;
        assert_eq!(browser.evaluate(MARKS).await?, "dark,more,4,less,off", "{path}");
        assert_eq!(browser.evaluate(BACKGROUND).await?, "rgb(0, 0, 0)", "{path}");
    }
    browser.open("/e/f/de-first-riders/").await?;
    assert_eq!(browser.evaluate(MARKS).await?, ",,,,", "an embed is its host's to dress");

    browser.block_urls(&[]).await?;
    browser.open(FACT).await?;
    browser.start_program().await?;
    browser.click(CONTROL).await?;
    assert_eq!(browser.evaluate(CHOSEN).await?, "dark,more,4,less,off", "the dialog shows what is chosen");
    browser.click(".preferences .dialog-actions button").await?;
    for name in ["theme", "contrast", "size", "motion", "keys"] {
        choose(&browser, name, "").await?;
    }
    assert_eq!(browser.evaluate(MARKS).await?, ",,,,");
    let kept = "['theme', 'contrast', 'size', 'motion', 'keys'].filter((name) => localStorage.getItem('chuhai:' + name) !== null).join()";
    assert_eq!(browser.evaluate(kept).await?, "", "a default is not stored");
    assert_eq!(browser.evaluate(BACKGROUND).await?, "rgb(251, 250, 246)");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_made_before_the_program_has_loaded_is_seen_at_once_and_stored_once_it_is_there()
-> WebDriverResult<()> {
    let server = ServerOptions { delay_wasm: true, ..ServerOptions::default() };
    let browser = Browser::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
    before_scripts(&browser, "localStorage.setItem('chuhai:size', '2')").await?;
    browser.open(FACT).await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.click(CONTROL).await?;
    assert_eq!(browser.evaluate(CHOSEN).await?, ",,2,,", "the dialog shows what is stored");
    browser.click(".preferences [name=theme][value=dark]").await?;
    browser.click(".preferences [name=size][value='']").await?;
    assert_eq!(browser.evaluate(MARKS).await?, "dark,,,,");
    assert_eq!(browser.evaluate("localStorage.getItem('chuhai:theme')").await?, json!(null));
    browser.server.release_wasm();
    browser.start_program().await?;
    browser.wait_for("localStorage.getItem('chuhai:size') === null").await?;
    assert_eq!(browser.evaluate(MARKS).await?, "dark,,,,");
    assert_eq!(browser.evaluate(CHOSEN).await?, "dark,,,,");
    assert_eq!(browser.evaluate("localStorage.getItem('chuhai:theme')").await?, "dark");
    assert_eq!(browser.evaluate("document.querySelector('.preferences').matches(':modal')").await?, true);
    assert_eq!(browser.evaluate("document.activeElement.name").await?, "size");
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.wait_for(&format!("document.activeElement === document.querySelector('{CONTROL}')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_has_its_style_on_a_slow_connection_without_the_program() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    let slow = "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g' } })";
    before_scripts(&browser, slow).await?;
    browser.open(FACT).await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.click(CONTROL).await?;
    let border =
        "getComputedStyle(document.querySelector('.preferences fieldset')).borderTopStyle === 'none'";
    browser.wait_for(border).await?;
    let files = "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /deferred|wasm/.test(name)).length";
    assert_eq!(browser.evaluate(files).await?, 1, "the style alone");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_stays_scrolled_when_the_program_comes() -> WebDriverResult<()> {
    let browser = Browser::open_delayed(FACT).await?;
    let low = json!({ "width": 390, "height": 320, "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", low).await?;
    browser.click(CONTROL).await?;
    let scrolled = "document.querySelector('dialog.preferences').scrollTop";
    assert_eq!(browser.evaluate(&format!("({scrolled} = 120)")).await?, 120);
    browser.server.release_wasm();
    browser.start_program().await?;
    assert_eq!(browser.evaluate(scrolled).await?, 120);
    Ok(())
}

/// The colour of the browser's own parts.
const COLOR: &str = "[...document.querySelectorAll('meta[name=theme-color]')].find((meta) => matchMedia(meta.media).matches).content";

#[tokio::test(flavor = "multi_thread")]
async fn the_browsers_own_color_is_that_of_the_stored_theme_before_the_program() -> WebDriverResult<()> {
    let browser = Browser::open_delayed(FACT).await?;
    let light = browser.evaluate(COLOR).await?;
    browser.evaluate("localStorage.setItem('chuhai:theme', 'dark')").await?;
    browser.open(FACT).await?;
    assert_ne!(browser.evaluate(COLOR).await?, light);
    browser.evaluate("localStorage.setItem('chuhai:theme', 'invalid')").await?;
    browser.open(FACT).await?;
    assert_eq!(browser.evaluate(COLOR).await?, light, "the system's");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browsers_own_color_follows_the_theme() -> WebDriverResult<()> {
    let browser = Browser::open_alive(FACT, BrowserOptions::default()).await?;
    let color = COLOR;
    let light = browser.evaluate(color).await?;
    choose(&browser, "theme", "dark").await?;
    let dark = browser.evaluate(color).await?;
    assert_ne!(dark, light);
    choose(&browser, "theme", "light").await?;
    assert_eq!(browser.evaluate(color).await?, light);
    choose(&browser, "theme", "").await?;
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    browser.cdp("Emulation.setEmulatedMedia", media).await?;
    assert_eq!(browser.evaluate(color).await?, dark);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_light_theme_overrides_a_dark_system_and_high_contrast_has_both() -> WebDriverResult<()> {
    for (dark, theme, contrast, paper) in [
        (true, "light", "", "rgb(251, 250, 246)"),
        (true, "light", "more", "rgb(255, 255, 255)"),
        (true, "", "more", "rgb(0, 0, 0)"),
        (false, "", "more", "rgb(255, 255, 255)"),
        (false, "dark", "more", "rgb(0, 0, 0)"),
    ] {
        let browser = Browser::open_alive(FACT, BrowserOptions { dark, ..BrowserOptions::default() }).await?;
        choose(&browser, "theme", theme).await?;
        choose(&browser, "contrast", contrast).await?;
        assert_eq!(
            browser.evaluate(BACKGROUND).await?,
            paper,
            "{theme} {contrast} where the system is dark: {dark}"
        );
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn less_motion_stops_transitions_animations_and_smooth_scrolling() -> WebDriverResult<()> {
    let browser = Browser::open_alive(FACT, BrowserOptions::default()).await?;
    let moving = "document.documentElement.style.scrollBehavior = 'smooth', \
                  Object.assign(document.querySelector('h1').style, { transition: 'opacity 1s', animation: 'any 1s' })";
    browser.evaluate(&format!("void ({moving})")).await?;
    let moves = "(() => { const style = getComputedStyle(document.querySelector('h1')); \
                 return [style.transitionDuration, style.animationName, getComputedStyle(document.documentElement).scrollBehavior].join(); })()";
    assert_eq!(browser.evaluate(moves).await?, "1s,any,smooth");
    choose(&browser, "motion", "less").await?;
    assert_eq!(browser.evaluate(moves).await?, "0s,none,auto");
    choose(&browser, "motion", "").await?;
    let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    browser.cdp("Emulation.setEmulatedMedia", media).await?;
    assert_eq!(browser.evaluate(moves).await?, "0s,none,auto", "as where the system asks for less");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_storage_a_choice_holds_for_the_page() -> WebDriverResult<()> {
    let denied = "Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    for obstacle in [denied, full] {
        let browser = Browser::new(BrowserOptions::default()).await?;
        before_scripts(&browser, obstacle).await?;
        browser.open(FACT).await?;
        browser.start_program().await?;
        choose(&browser, "theme", "dark").await?;
        assert_eq!(browser.evaluate(BACKGROUND).await?, "rgb(16, 24, 29)");
        browser.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await?;
        assert_eq!(browser.evaluate(MARKS).await?, "dark,,,,", "an empty storage changes no choice");
        browser.open(FACT).await?;
        browser.start_program().await?;
        assert_eq!(browser.evaluate(MARKS).await?, ",,,,");
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{obstacle}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_stored_preferences_are_ignored() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    let invalid = "for (const name of ['theme', 'contrast', 'size', 'motion', 'keys']) { localStorage.setItem('chuhai:' + name, \
                   `'\"]<b>${'\\u{1F6A2}'.repeat(999)}`); }";
    before_scripts(&browser, invalid).await?;
    browser.open(FACT).await?;
    browser.start_program().await?;
    assert_eq!(browser.evaluate(BACKGROUND).await?, "rgb(251, 250, 246)");
    browser.click(CONTROL).await?;
    assert_eq!(browser.evaluate(CHOSEN).await?, ",,,,");
    browser.click(".preferences [name=theme][value=dark]").await?;
    assert_eq!(browser.evaluate(BACKGROUND).await?, "rgb(16, 24, 29)");
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_in_another_tab_applies_here_too() -> WebDriverResult<()> {
    let browser = Browser::open_alive(FACT, BrowserOptions::default()).await?;
    let first = browser.driver.window().await?;
    let second = browser.new_tab();
    browser.driver.switch_to_window(second).await?;
    browser.open("/s/harbour/").await?;
    browser.start_program().await?;
    choose(&browser, "theme", "dark").await?;
    browser.driver.switch_to_window(first).await?;
    browser.wait_for("document.documentElement.dataset.theme === 'dark'").await?;
    // A page in the back/forward cache gets no storage events.
    browser.evaluate("localStorage.removeItem('chuhai:theme')").await?;
    browser.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await?;
    browser.wait_for("document.documentElement.dataset.theme === undefined").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_from_the_back_forward_cache_follows_a_choice_without_the_program() -> WebDriverResult<()> {
    let browser = Browser::open_delayed(FACT).await?;
    let comes_back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    browser.evaluate(&format!("localStorage.setItem('chuhai:theme', 'dark'), {comes_back}")).await?;
    assert_eq!(browser.evaluate(MARKS).await?, "dark,,,,");
    assert_eq!(browser.evaluate(CHOSEN).await?, "dark,,,,");
    browser.evaluate(&format!("localStorage.removeItem('chuhai:theme'), {comes_back}")).await?;
    assert_eq!(browser.evaluate(MARKS).await?, ",,,,");
    assert_eq!(browser.evaluate(CHOSEN).await?, ",,,,");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_text_size_or_spacing_cuts_anything_off_at_any_width() -> WebDriverResult<()> {
    for width in [320, 640, 1280] {
        let browser = Browser::new(BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for path in ["/", "/s/harbour/", "/s/notes/", FACT] {
            browser.open(path).await?;
            browser
                .evaluate("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
                .await?;
            for spaced in [false, true] {
                if spaced {
                    browser.evaluate(APPLY_TEXT_SPACING).await?;
                }
                for size in ["", "2", "3", "4"] {
                    browser.evaluate(&format!("document.documentElement.dataset.size = '{size}'")).await?;
                    let at = format!("{path} {width} px, size {size}, spaced {spaced}");
                    assert_eq!(browser.evaluate(OVERFLOW).await?, 0, "{at}");
                    assert_eq!(browser.evaluate(CLIPPED_TEXT).await?, json!([]), "{at}");
                }
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_is_not_cut_off_at_the_largest_size() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let browser =
            Browser::open_alive(FACT, BrowserOptions { width, ..BrowserOptions::default() }).await?;
        choose(&browser, "size", "4").await?;
        browser.click(CONTROL).await?;
        let cut = "(() => { const dialog = document.querySelector('.preferences'); return dialog.scrollWidth - dialog.clientWidth; })()";
        assert_eq!(browser.evaluate(cut).await?, 0, "at {width} px");
        let low = "Math.min(...[...document.querySelectorAll('.preferences label, .preferences button')].map((part) => part.offsetHeight))";
        assert!(browser.evaluate(low).await?.as_f64() >= Some(44.0), "targets are large enough for a finger");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_dialog_in_any_theme() -> WebDriverResult<()> {
    for width in [320, 1440] {
        let browser =
            Browser::open_alive(FACT, BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for scheme in ["light", "dark"] {
            browser.set_color_scheme(scheme).await?;
            for (theme, contrast) in [("", ""), ("light", ""), ("dark", ""), ("", "more")] {
                choose(&browser, "theme", theme).await?;
                choose(&browser, "contrast", contrast).await?;
                browser.click(CONTROL).await?;
                assert_eq!(
                    axe_violations_in(&browser, ".preferences").await?,
                    Vec::<String>::new(),
                    "{theme:?} {contrast:?} in {scheme}, {width} px"
                );
                browser.click(".preferences .dialog-actions button").await?;
                assert_eq!(
                    contrast_violations(&browser).await?,
                    Vec::<String>::new(),
                    "{theme:?} {contrast:?} in {scheme}"
                );
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_control_moves_nothing_and_is_hidden_without_the_program() -> WebDriverResult<()> {
    let is_visible =
        format!("document.querySelector('{CONTROL}').checkVisibility({{ visibilityProperty: true }})");
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open(FACT).await?;
    assert_eq!(browser.evaluate(&is_visible).await?, false);
    // The browser opens the dialog. The message replaces the choice, and the control is hidden.
    let server = ServerOptions { no_wasm: true, ..ServerOptions::default() };
    let browser = Browser::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
    browser.open(FACT).await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.click(CONTROL).await?;
    browser.click(".preferences [name=theme][value=dark]").await?;
    browser.wait_for("document.documentElement.dataset.failed !== undefined").await?;
    browser.wait_for("document.querySelector('.preferences label p[role=alert]').checkVisibility()").await?;
    assert_eq!(browser.evaluate("document.querySelector('.preferences').open").await?, true);
    browser.click(".preferences .dialog-actions button").await?;
    browser.wait_for("!document.querySelector('.preferences').open").await?;
    assert_eq!(browser.evaluate(&is_visible).await?, false);
    let browser =
        Browser::open_alive(FACT, BrowserOptions { width: 320, ..BrowserOptions::default() }).await?;
    let head = "document.querySelector('.site-header').offsetHeight";
    for size in ["", "4"] {
        browser.evaluate(&format!("document.documentElement.dataset.size = '{size}'")).await?;
        browser.evaluate("document.documentElement.dataset.ready = ''").await?;
        let alive: Value = browser.evaluate(head).await?;
        browser.evaluate("delete document.documentElement.dataset.ready").await?;
        assert_eq!(browser.evaluate(head).await?, alive, "size {size}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_that_the_browser_restores_on_back_overrides_no_newer_one() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    // Pages with this handler are loaded again on Back, and their fields are restored.
    before_scripts(&browser, "addEventListener('unload', () => {})").await?;
    browser.open("/").await?;
    browser.start_program().await?;
    choose(&browser, "theme", "dark").await?;
    browser.open(FACT).await?;
    browser.start_program().await?;
    choose(&browser, "theme", "light").await?;
    browser.driver.back().await?;
    browser.start_program().await?;
    assert_eq!(browser.evaluate("document.documentElement.dataset.theme").await?, "light");
    assert_eq!(browser.evaluate("localStorage.getItem('chuhai:theme')").await?, "light");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_whose_program_starts_later_follows_a_newer_choice() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    // As another tab does.
    browser
        .evaluate("localStorage.setItem('chuhai:size', '3'), dispatchEvent(new StorageEvent('storage'))")
        .await?;
    assert_eq!(browser.evaluate(MARKS).await?, ",,3,,");
    browser.start_program().await?;
    assert_eq!(browser.evaluate(MARKS).await?, ",,3,,");
    assert_eq!(browser.evaluate(CHOSEN).await?, ",,3,,");
    Ok(())
}
