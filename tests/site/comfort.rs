//! Reading comfort: what a reader chooses is marked at once, kept where it can be, and loses nothing.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::seen::findings;
use crate::server::Host;

const FACT: &str = "/f/sea-trade-2016-deficit/";
const CONTROL: &str = "[data-action=theme]";
const MARKS: &str =
    "['theme', 'size', 'motion', 'keys'].map((name) => document.documentElement.dataset[name] ?? '').join()";
const CHOSEN: &str = "[...document.querySelectorAll('.comfort :checked')].map((field) => field.value).join()";
const PAPER: &str = "getComputedStyle(document.body).backgroundColor";
const HIDDEN: &str = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

async fn choose(reader: &Reader, name: &str, value: &str) -> WebDriverResult<()> {
    reader.click(CONTROL).await?;
    reader.click(&format!(".comfort [name={name}][value='{value}']")).await?;
    reader.click(".comfort .closing button").await?;
    reader.until("!document.querySelector('.comfort').open").await
}

/// Runs in every page before any script of its own.
async fn before_scripts(reader: &Reader, script: &str) -> WebDriverResult<()> {
    reader.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_is_seen_at_once_and_on_every_later_page_before_webassembly() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let size = "parseFloat(getComputedStyle(document.documentElement).fontSize)";
    let before = reader.ask(size).await?.as_f64().expect("a size");
    choose(&reader, "theme", "dark").await?;
    assert_eq!(reader.ask(PAPER).await?, "rgb(16, 24, 29)");
    choose(&reader, "size", "4").await?;
    assert_eq!(reader.ask(size).await?.as_f64(), Some(before * 1.5));
    choose(&reader, "motion", "less").await?;
    choose(&reader, "keys", "off").await?;
    assert_eq!(reader.ask(MARKS).await?, "dark,4,less,off");

    reader.block(&["*.wasm"]).await?;
    for path in ["/", "/s/india/", FACT] {
        reader.open(path).await?;
        assert_eq!(reader.ask(MARKS).await?, "dark,4,less,off", "{path}");
        assert_eq!(reader.ask(PAPER).await?, "rgb(16, 24, 29)", "{path}");
    }
    reader.open("/e/f/la-kwai-users/").await?;
    assert_eq!(reader.ask(MARKS).await?, ",,,", "an embed is its host's to dress");

    reader.block(&[]).await?;
    reader.open(FACT).await?;
    reader.until_alive().await?;
    reader.click(CONTROL).await?;
    assert_eq!(reader.ask(CHOSEN).await?, "dark,4,less,off", "the dialog shows what is chosen");
    reader.click(".comfort .closing button").await?;
    for name in ["theme", "size", "motion", "keys"] {
        choose(&reader, name, "").await?;
    }
    assert_eq!(reader.ask(MARKS).await?, ",,,");
    let kept = "['theme', 'size', 'motion', 'keys'].filter((name) => localStorage.getItem('chuhai-' + name) !== null).join()";
    assert_eq!(reader.ask(kept).await?, "", "what is as it comes is not kept");
    assert_eq!(reader.ask(PAPER).await?, "rgb(251, 250, 246)");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn light_is_light_in_the_dark_and_high_contrast_follows_the_system() -> WebDriverResult<()> {
    for (dark, theme, paper) in [
        (true, "light", "rgb(251, 250, 246)"),
        (true, "contrast", "rgb(0, 0, 0)"),
        (false, "contrast", "rgb(255, 255, 255)"),
    ] {
        let reader = Reader::at(FACT, Wish { dark, ..Wish::default() }).await?;
        choose(&reader, "theme", theme).await?;
        assert_eq!(reader.ask(PAPER).await?, paper, "{theme} where the system is dark: {dark}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn less_motion_stills_whatever_would_move() -> WebDriverResult<()> {
    let reader = Reader::at(FACT, Wish::default()).await?;
    let moving = "document.documentElement.style.scrollBehavior = 'smooth', \
                  Object.assign(document.querySelector('h1').style, { transition: 'opacity 1s', animation: 'any 1s' })";
    reader.ask(&format!("void ({moving})")).await?;
    let moves = "(() => { const style = getComputedStyle(document.querySelector('h1')); \
                 return [style.transitionDuration, style.animationName, getComputedStyle(document.documentElement).scrollBehavior].join(); })()";
    assert_eq!(reader.ask(moves).await?, "1s,any,smooth");
    choose(&reader, "motion", "less").await?;
    assert_eq!(reader.ask(moves).await?, "0s,none,auto");
    choose(&reader, "motion", "").await?;
    let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    reader.cdp("Emulation.setEmulatedMedia", media).await?;
    assert_eq!(reader.ask(moves).await?, "0s,none,auto", "as where the system asks for less");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_can_be_kept_a_choice_holds_for_the_page() -> WebDriverResult<()> {
    let denied = "Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    for obstacle in [denied, full] {
        let reader = Reader::new(Wish::default()).await?;
        before_scripts(&reader, obstacle).await?;
        reader.open(FACT).await?;
        reader.until_alive().await?;
        choose(&reader, "theme", "dark").await?;
        assert_eq!(reader.ask(PAPER).await?, "rgb(16, 24, 29)");
        reader.open(FACT).await?;
        reader.until_alive().await?;
        assert_eq!(reader.ask(MARKS).await?, ",,,");
        assert_eq!(reader.console().await?, Vec::<String>::new(), "{obstacle}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rubbish_in_the_storage_leaves_the_page_as_it_comes() -> WebDriverResult<()> {
    let reader = Reader::new(Wish::default()).await?;
    let rubbish = "for (const name of ['theme', 'size', 'motion', 'keys']) { localStorage.setItem('chuhai-' + name, \
                   `'\"]<b>${'\\u{1F6A2}'.repeat(999)}`); }";
    before_scripts(&reader, rubbish).await?;
    reader.open(FACT).await?;
    reader.until_alive().await?;
    assert_eq!(reader.ask(PAPER).await?, "rgb(251, 250, 246)");
    reader.click(CONTROL).await?;
    assert_eq!(reader.ask(CHOSEN).await?, ",,,");
    reader.click(".comfort [name=theme][value=dark]").await?;
    assert_eq!(reader.ask(PAPER).await?, "rgb(16, 24, 29)");
    assert_eq!(reader.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_made_in_another_page_is_followed() -> WebDriverResult<()> {
    let reader = Reader::at(FACT, Wish::default()).await?;
    let first = reader.driver.window().await?;
    let second = reader.driver.new_tab().await?;
    reader.driver.switch_to_window(second).await?;
    reader.open("/s/india/").await?;
    reader.until_alive().await?;
    choose(&reader, "theme", "dark").await?;
    reader.driver.switch_to_window(first).await?;
    reader.until("document.documentElement.dataset.theme === 'dark'").await?;
    // A page that was left and is come back to has heard of nothing.
    reader.ask("localStorage.removeItem('chuhai-theme')").await?;
    reader.ask("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await?;
    reader.until("document.documentElement.dataset.theme === undefined").await
}

/// Text that is wider than what it stands in, and is cut off there.
const CUT: &str = "[...document.querySelectorAll('body *')].filter((part) => { const style = getComputedStyle(part); \
                   return style.overflowX !== 'visible' && style.clipPath === 'none' && part.checkVisibility() && \
                   !part.closest('svg') && part.scrollWidth > part.clientWidth + 1; }).map((part) => part.className).join()";

/// What a reader's own style may ask for (WCAG 1.4.12).
const SPACED: &str = "document.head.append(Object.assign(document.createElement('style'), { textContent: \
                      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } \
                      p { margin-block-end: 2em !important; }` }))";

#[tokio::test(flavor = "multi_thread")]
async fn no_text_size_loses_anything_at_any_width_nor_does_wider_spacing() -> WebDriverResult<()> {
    for width in [320, 640, 1280] {
        let reader = Reader::new(Wish { width, ..Wish::default() }).await?;
        for path in ["/", "/s/india/", "/s/notes/", FACT] {
            reader.open(path).await?;
            reader
                .ask("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
                .await?;
            for spaced in [false, true] {
                if spaced {
                    reader.ask(&format!("void {SPACED}")).await?;
                }
                for size in ["", "2", "3", "4"] {
                    reader.ask(&format!("document.documentElement.dataset.size = '{size}'")).await?;
                    let at = format!("{path} {width} px, size {size}, spaced {spaced}");
                    assert_eq!(reader.ask(HIDDEN).await?, 0, "{at}");
                    assert_eq!(reader.ask(CUT).await?, "", "{at}");
                }
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_loses_nothing_at_the_largest_size() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let reader = Reader::at(FACT, Wish { width, ..Wish::default() }).await?;
        choose(&reader, "size", "4").await?;
        reader.click(CONTROL).await?;
        let cut = "(() => { const dialog = document.querySelector('.comfort'); return dialog.scrollWidth - dialog.clientWidth; })()";
        assert_eq!(reader.ask(cut).await?, 0, "at {width} px");
        let low = "Math.min(...[...document.querySelectorAll('.comfort label, .comfort button')].map((part) => part.offsetHeight))";
        assert!(reader.ask(low).await?.as_f64() >= Some(44.0), "targets are large enough for a finger");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_dialog_in_any_theme() -> WebDriverResult<()> {
    for dark in [false, true] {
        for width in [320, 1440] {
            let reader = Reader::at(FACT, Wish { dark, width, ..Wish::default() }).await?;
            for theme in ["", "light", "dark", "contrast"] {
                choose(&reader, "theme", theme).await?;
                reader.click(CONTROL).await?;
                assert_eq!(
                    findings(&reader).await?,
                    Vec::<String>::new(),
                    "{theme:?} dark {dark} width {width}"
                );
                reader.click(".comfort .closing button").await?;
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_story_in_high_contrast_and_in_the_dark() -> WebDriverResult<()> {
    for (dark, theme) in [(true, ""), (true, "contrast"), (false, "contrast")] {
        let reader = Reader::at("/", Wish { dark, ..Wish::default() }).await?;
        choose(&reader, "theme", theme).await?;
        reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        assert_eq!(findings(&reader).await?, Vec::<String>::new(), "{theme:?} dark {dark}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_control_moves_nothing_and_is_absent_where_nothing_answers_it() -> WebDriverResult<()> {
    let host = Host { no_wasm: true, ..Host::default() };
    for (host, scripts) in [(host, true), (Host::default(), false)] {
        let reader = Reader::new(Wish { host, scripts, ..Wish::default() }).await?;
        reader.open(FACT).await?;
        assert_eq!(
            reader
                .ask(&format!(
                    "document.querySelector('{CONTROL}').checkVisibility({{ visibilityProperty: true }})"
                ))
                .await?,
            false
        );
    }
    let reader = Reader::at(FACT, Wish { width: 320, ..Wish::default() }).await?;
    let head = "document.querySelector('header.site').offsetHeight";
    for size in ["", "4"] {
        reader.ask(&format!("document.documentElement.dataset.size = '{size}'")).await?;
        reader.ask(&format!("document.querySelector('{CONTROL}').hidden = false")).await?;
        let alive: Value = reader.ask(head).await?;
        reader.ask(&format!("document.querySelector('{CONTROL}').hidden = true")).await?;
        assert_eq!(reader.ask(head).await?, alive, "size {size}");
    }
    Ok(())
}
