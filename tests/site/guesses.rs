//! Guesses: a reader sets one and sees it beside the figure; who does not play misses nothing.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::seen::findings;

const GUESS: &str = "[data-guess=india-tiktok-users]";

/// What a part of the guess has, in the page.
fn part(selector: &str, what: &str) -> String {
    format!("document.querySelector('{GUESS} {selector}').{what}")
}

/// A reader whose guess has come to life and is in view.
async fn asked(path: &str, wish: Wish) -> WebDriverResult<Reader> {
    let reader = Reader::at(path, wish).await?;
    reader.ask(&format!("document.querySelector('{GUESS}').scrollIntoView({{ block: 'center' }})")).await?;
    reader.until(&format!("!document.querySelector('{GUESS}').hidden")).await?;
    Ok(reader)
}

/// Presses a key at the range so many times.
async fn press(reader: &Reader, key: Key, times: usize) -> WebDriverResult<()> {
    let range = reader.driver.find(By::Css(format!("{GUESS} input"))).await?;
    for _ in 0..times {
        range.send_keys(key.clone() + "").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_sets_a_guess_and_shows_it_beside_the_figure() -> WebDriverResult<()> {
    let reader = asked("/", Wish::default()).await?;
    let figure = "document.querySelector('#india-tiktok-users .figure').textContent.trim()";
    assert_eq!(reader.ask(&part("[role=status] > div", "hidden")).await?, true);
    press(&reader, Key::Right, 12).await?;
    assert_eq!(reader.ask(&part("output", "textContent")).await?, "120 million");
    assert_eq!(reader.ask(&part("input", "ariaValueText")).await?, "120 million");
    reader.driver.find(By::Css(format!("{GUESS} input"))).await?.send_keys(Key::Tab + "").await?;
    reader.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    reader.until(&part("[role=status] dl", "checkVisibility()")).await?;
    let told = reader.ask(&part("[role=status]", "innerText")).await?;
    let told = told.as_str().unwrap_or_default();
    let figure = reader.ask(figure).await?;
    for words in ["120 million", figure.as_str().unwrap_or_default(), "Below the figure."] {
        assert!(told.contains(words), "{words:?} is not in {told:?}");
    }
    let lengths = format!(
        "[...document.querySelectorAll('{GUESS} svg')].map((track) => track.firstChild.getBoundingClientRect().width / track.getBoundingClientRect().width * 500)"
    );
    let lengths = reader.ask(&lengths).await?;
    for (length, value) in [(&lengths[0], 120.0), (&lengths[1], 200.0)] {
        let length = length.as_f64().unwrap_or_default();
        assert!((length - value).abs() < 0.5, "{length} is drawn for {value}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guess_on_the_side_that_the_figure_leaves_open_may_be_right() -> WebDriverResult<()> {
    let reader = asked("/s/india/", Wish::default()).await?;
    for (key, times, told) in [
        (Key::Right, 20, "Close to the figure."),
        (Key::Right, 10, "so your guess may be right."),
        (Key::Home, 1, "Below the figure."),
    ] {
        press(&reader, key, times).await?;
        reader.click(&format!("{GUESS} button")).await?;
        let said = reader.ask(&part("[role=status] p b", "textContent")).await?;
        assert!(said.as_str().is_some_and(|said| said.ends_with(told)), "{said} and not {told}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_nothing_is_asked_and_every_figure_is_there() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open("/").await?;
    let seen =
        "[...document.querySelectorAll('[data-guess]')].map((guess) => guess.getBoundingClientRect().height)";
    let seen = reader.ask(seen).await?;
    assert!(
        seen.as_array()
            .is_some_and(|all| (4..=6).contains(&all.len()) && all.iter().all(|height| *height == 0)),
        "{seen}"
    );
    let cards = "[...document.querySelectorAll('[data-guess]')].every((guess) => document.querySelector(`#${guess.dataset.guess} .figure`).checkVisibility())";
    assert_eq!(reader.ask(cards).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn coming_to_life_moves_nothing_and_a_guess_is_kept_nowhere_and_sent_nowhere() -> WebDriverResult<()> {
    let wish =
        Wish { host: crate::server::Host { hold_wasm: true, ..Default::default() }, ..Wish::default() };
    let reader = Reader::new(wish).await?;
    reader.open("/s/india/").await?;
    let height = format!("document.querySelector('{GUESS}').getBoundingClientRect().height");
    let before = reader.ask(&height).await?;
    reader.site.release();
    reader.until_alive().await?;
    reader.until(&format!("!document.querySelector('{GUESS}').hidden")).await?;
    assert_eq!(reader.ask(&height).await?, before);
    let sent = "performance.getEntriesByType('resource').length";
    let before = reader.ask(sent).await?;
    press(&reader, Key::End, 1).await?;
    reader.click(&format!("{GUESS} button")).await?;
    reader.until(&part("[role=status] dl", "checkVisibility()")).await?;
    assert_eq!(reader.ask(sent).await?, before);
    assert_eq!(reader.ask("localStorage.length + sessionStorage.length + document.cookie.length").await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_a_guess_and_it_fits_the_narrowest_screen() -> WebDriverResult<()> {
    for (dark, width) in [(false, 320), (true, 1440)] {
        for path in ["/s/india/", "/e/s/india/"] {
            let reader = asked(path, Wish { dark, width, ..Wish::default() }).await?;
            reader.click(&format!("{GUESS} button")).await?;
            reader.until(&part("[role=status] dl", "checkVisibility()")).await?;
            assert_eq!(findings(&reader).await?, Vec::<String>::new(), "{path} dark {dark} width {width}");
            let fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
            assert_eq!(reader.ask(fits).await?, json!(true), "{path} at {width}");
        }
    }
    Ok(())
}
