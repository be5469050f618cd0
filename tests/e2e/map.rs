//! The map: its image at the head, and in full with links to every port.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::scripts::{CARDS_AWAY_FROM_PASSAGE, OVERLAPPING_CARDS};

fn wide(width: u32) -> BrowserOptions {
    BrowserOptions { width, ..BrowserOptions::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_port_leads_to_its_section_and_is_large_enough_for_a_finger() -> WebDriverResult<()> {
    for width in [320, 1440] {
        let browser = Browser::new(BrowserOptions { scripts: false, ..wide(width) }).await?;
        browser.open("/").await?;
        let ports = "[...document.querySelectorAll('[data-map] .ports > li')]";
        let wrong = format!(
            "{ports}.filter((port) => port.querySelector('a').hash !== '#' + port.dataset.section || port.querySelector('a').offsetHeight < 44).length"
        );
        assert_eq!(browser.evaluate(&wrong).await?, 0, "at {width} px");
        assert_eq!(browser.evaluate(&format!("{ports}.length")).await?, 5, "each coast but the first");
        browser.click("[data-map] li[data-section=islands] a").await?;
        assert!(browser.driver.current_url().await?.as_str().ends_with("/#islands"));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_full_map_draws_every_region_of_the_story() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", wide(390)).await?;
    let all_have_width = "(([first, ...more]) => first > 0 && more.every((width) => width > 0))\
                 ([...document.querySelectorAll('[data-map] use')].map((use) => use.getBoundingClientRect().width))";
    assert_eq!(browser.evaluate(all_have_width).await?, true, "though the image at the head does not show");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rail_never_covers_the_text() -> WebDriverResult<()> {
    for (width, size) in
        [(1280, ""), (1440, ""), (1920, ""), (2560, ""), (1440, "2"), (1440, "3"), (1920, "4")]
    {
        let browser = Browser::open_alive("/", wide(width)).await?;
        browser.evaluate(&format!("document.documentElement.dataset.size = '{size}'")).await?;
        let gap = "(() => { const toc = document.querySelector('#toc'); return !toc.checkVisibility() ? 1 : \
                   Math.min(...[...document.querySelectorAll('.passage p, .plot')].map((text) => text.getBoundingClientRect().left)) - toc.getBoundingClientRect().right; })()";
        let gap = browser.evaluate(gap).await?.as_f64().unwrap_or(-1.0);
        assert!(gap > 0.0, "{gap} px at {width}, size {size}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_are_level_with_their_passage_while_the_rest_of_the_story_is_not_laid_out()
-> WebDriverResult<()> {
    for width in [1024, 1440] {
        let browser = Browser::new(wide(width)).await?;
        browser.open("/").await?;
        let away = browser.driver.execute_async(CARDS_AWAY_FROM_PASSAGE, Vec::new()).await?.json().clone();
        assert_eq!(away, json!([]), "{width} px");
        assert_eq!(browser.evaluate("document.documentElement.dataset.layout").await?, "near");
        // Every second group has an open card.
        let open = "void document.querySelectorAll('.cards').forEach((cards, at) => (cards.querySelector('details').open = at % 2 === 0))";
        browser.evaluate(open).await?;
        let away = browser.driver.execute_async(CARDS_AWAY_FROM_PASSAGE, Vec::new()).await?.json().clone();
        assert_eq!(away, json!([]), "{width} px, with open cards");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_are_beside_their_passage_and_never_on_each_other() -> WebDriverResult<()> {
    for width in [1280, 1920] {
        let browser = Browser::open_alive("/", wide(width)).await?;
        // Sections out of view have estimated heights.
        browser.evaluate("delete document.documentElement.dataset.layout").await?;
        for nth in ["n", "2n", "5n"] {
            let open = format!(
                "void document.querySelectorAll('.fact details').forEach((card) => (card.open = card.closest('.passage:nth-of-type({nth})') === null))"
            );
            browser.evaluate(&open).await?;
            assert_eq!(browser.evaluate(OVERLAPPING_CARDS).await?, json!([]), "{width} px, but {nth} open");
        }
    }
    Ok(())
}
