//! Guesses: one appears beside the figure, and nothing is lost without scripts.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::axe_violations_in;
use crate::browser::{Browser, BrowserOptions};

const GUESS: &str = "[data-guess=ha-barge-riders]";

/// An expression for a property of a part of a guess.
fn part(selector: &str, what: &str) -> String {
    format!("document.querySelector('{GUESS} {selector}').{what}")
}

/// Opens a page and waits until its guess is alive and in view.
async fn open_guess(path: &str, options: BrowserOptions) -> WebDriverResult<Browser> {
    let browser = Browser::open_alive(path, options).await?;
    browser
        .evaluate(&format!("document.querySelector('{GUESS}').scrollIntoView({{ block: 'center' }})"))
        .await?;
    browser.wait_for(&format!("document.querySelector('{GUESS}').closest('[data-alive]')")).await?;
    Ok(browser)
}

/// Presses a key on the range input so many times.
async fn press(browser: &Browser, key: Key, times: usize) -> WebDriverResult<()> {
    let range = browser.driver.find(By::Css(format!("{GUESS} input"))).await?;
    for _ in 0..times {
        range.send_keys(key.clone() + "").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_sets_a_guess_and_shows_it_beside_the_figure() -> WebDriverResult<()> {
    let browser = open_guess("/", BrowserOptions::default()).await?;
    let figure = "document.querySelector('#ha-barge-riders ~ .fact-header .figure').textContent.trim()";
    assert_eq!(browser.evaluate(&part("[role=status]", "childElementCount")).await?, 0);
    press(&browser, Key::Home, 1).await?;
    press(&browser, Key::Right, 12).await?;
    assert_eq!(browser.evaluate(&part("output", "textContent")).await?, "120 thousand");
    assert_eq!(browser.evaluate(&part("input", "ariaValueText")).await?, "120 thousand");
    browser.driver.find(By::Css(format!("{GUESS} input"))).await?.send_keys(Key::Tab + "").await?;
    browser.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    browser.wait_for(&part("[role=status] dl", "checkVisibility()")).await?;
    let answer = browser.evaluate(&part("[role=status]", "innerText")).await?;
    let answer = answer.as_str().unwrap_or_default();
    let figure = browser.evaluate(figure).await?;
    for words in ["120 thousand", figure.as_str().unwrap_or_default(), "Too low."] {
        assert!(answer.contains(words), "{words:?} is not in {answer:?}");
    }
    let length = format!(
        "(([line, way]) => way.getBoundingClientRect().width / line.getBoundingClientRect().width * 500)(document.querySelectorAll('{GUESS} line'))"
    );
    let length = browser.evaluate(&length).await?.as_f64().unwrap_or_default();
    assert!((length - 200.0).abs() < 0.5, "{length} is drawn for 200");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_without_a_guess_is_the_figure_alone() -> WebDriverResult<()> {
    let browser = open_guess("/s/harbour/", BrowserOptions::default()).await?;
    browser.click(&format!("{GUESS} button")).await?;
    browser.wait_for(&part("[role=status] dl", "checkVisibility()")).await?;
    assert_eq!(browser.evaluate(&part("[role=status] dl", "childElementCount")).await?, 1);
    let outcomes = format!("document.querySelectorAll('{GUESS} [role=status] p b').length");
    assert_eq!(browser.evaluate(&outcomes).await?, 0);
    assert_eq!(browser.evaluate(&part("button", "ariaDisabled")).await?, "true", "it has answered");
    press(&browser, Key::Right, 1).await?;
    assert_eq!(browser.evaluate(&part("button", "ariaDisabled")).await?, json!(null));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guess_on_the_side_that_the_figure_leaves_open_may_be_right() -> WebDriverResult<()> {
    let browser = open_guess("/s/harbour/", BrowserOptions::default()).await?;
    for (key, times, outcome) in [
        (Key::Right, 20, "Nearly right."),
        (Key::Right, 30, "so you may be right."),
        (Key::Right, 5, "Too low."),
    ] {
        press(&browser, Key::Home, 1).await?;
        press(&browser, key, times).await?;
        browser.click(&format!("{GUESS} button")).await?;
        let answer = browser.evaluate(&part("[role=status] p b", "textContent")).await?;
        assert!(
            answer.as_str().is_some_and(|answer| answer.ends_with(outcome)),
            "{answer} and not {outcome}"
        );
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_nothing_is_asked_and_every_figure_is_there() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    let heights =
        "[...document.querySelectorAll('[data-guess]')].map((guess) => guess.getBoundingClientRect().height)";
    let heights = browser.evaluate(heights).await?;
    assert!(
        heights.as_array().is_some_and(|all| all.len() == 3 && all.iter().all(|height| *height == 0)),
        "{heights}"
    );
    let cards = "[...document.querySelectorAll('[data-guess]')].every((guess) => document.querySelector(`#${guess.dataset.guess} ~ .fact-header .figure`).checkVisibility())";
    assert_eq!(browser.evaluate(cards).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn mounting_moves_nothing_and_a_guess_is_neither_stored_nor_sent() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/s/harbour/").await?;
    let height = format!("document.querySelector('{GUESS}').getBoundingClientRect().height");
    let before = browser.evaluate(&height).await?;
    browser.server.release_wasm();
    browser.start_program().await?;
    browser.wait_for(&format!("document.querySelector('{GUESS}').closest('[data-alive]')")).await?;
    assert_eq!(browser.evaluate(&height).await?, before);
    let sent = "performance.getEntriesByType('resource').length";
    let before = browser.evaluate(sent).await?;
    press(&browser, Key::End, 1).await?;
    browser.click(&format!("{GUESS} button")).await?;
    browser.wait_for(&part("[role=status] dl", "checkVisibility()")).await?;
    assert_eq!(browser.evaluate(sent).await?, before);
    assert_eq!(
        browser.evaluate("localStorage.length + sessionStorage.length + document.cookie.length").await?,
        0
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_a_guess_and_it_fits_the_narrowest_screen() -> WebDriverResult<()> {
    for (dark, width) in [(false, 320), (true, 1440)] {
        for path in ["/s/harbour/", "/e/s/harbour/"] {
            let browser =
                open_guess(path, BrowserOptions { dark, width, ..BrowserOptions::default() }).await?;
            browser.click(&format!("{GUESS} button")).await?;
            browser.wait_for(&part("[role=status] dl", "checkVisibility()")).await?;
            let found = axe_violations_in(&browser, GUESS).await?;
            assert_eq!(found, Vec::<String>::new(), "{path} dark {dark} width {width}");
            let fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
            assert_eq!(browser.evaluate(fits).await?, json!(true), "{path} at {width}");
        }
    }
    Ok(())
}
