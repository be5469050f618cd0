//! The journeys: open a card, search, share, choose a theme, see a preview, go back, print, read offline, read in a frame.

use std::path::Path;

use serde_json::json;
use thirtyfour::prelude::*;
use xtask::embed_hosts::EmbedHosts;

use crate::browser::browsers;
use crate::fleet::{self, RANGE_CARD as FACT, RANGE_CARD_TITLE as TITLE};

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opens_is_counted_and_becomes_the_fragment() -> WebDriverResult<()> {
    for browser in browsers().await? {
        let summary = format!("details[data-fact={FACT}] > summary");
        browser.click(&summary).await?;
        browser.wait_for(&format!("location.hash === '#{FACT}'")).await?;
        browser.wait_for("/^1 of /.test(document.querySelector('[data-counter]').textContent)").await?;
        let claim = format!(
            "document.querySelector('details[data-fact={FACT}] .adds').getBoundingClientRect().height > 0"
        );
        assert_eq!(browser.evaluate(&claim).await?, true, "{}", browser.name);
        browser.click("[data-action=expand-all]").await?;
        browser.wait_for("document.querySelectorAll('details[data-fact]:not([open])').length === 0").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_with_a_wrong_letter_is_found_and_leads_to_its_card() -> WebDriverResult<()> {
    for browser in browsers().await? {
        browser.click("[data-action=open-search]").await?;
        browser.find("[data-action=search]").await?.send_keys("avocett").await?;
        let result = format!("[data-search=list] a[href='#{FACT}']");
        // The list is rendered again until the count is announced.
        browser.wait_for("document.querySelector('.search [role=status]').textContent !== ''").await?;
        browser.find(&result).await?.click().await?;
        browser.wait_for(&format!("document.querySelector('details[data-fact={FACT}]').open")).await?;
        let is_in_view = format!(
            "(() => {{ const box = document.getElementById('{FACT}').getBoundingClientRect(); \
             return box.top >= 0 && box.top < innerHeight; }})()"
        );
        browser.wait_for(&is_in_view).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_share_dialog_has_the_link_of_its_card_and_says_what_copying_did() -> WebDriverResult<()> {
    for browser in browsers().await? {
        browser.open(&format!("/f/{FACT}/")).await?;
        browser.click(&format!("#{FACT} ~ details .fact-actions [data-action=share]")).await?;
        browser.wait_for("document.querySelector('dialog.share').open").await?;
        let link = browser.evaluate("document.querySelector('#share-link').value").await?;
        assert!(
            link.as_str().is_some_and(|link| link.ends_with(&format!("/f/{FACT}/"))),
            "{}: {link}",
            browser.name
        );
        browser.click("[data-copy=share-link]").await?;
        browser.wait_for("document.querySelector('dialog.share [role=status]').textContent !== ''").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_theme_applies_on_the_next_page() -> WebDriverResult<()> {
    for browser in browsers().await? {
        browser.click("[data-action=open-preferences]").await?;
        browser
            .wait_for(
                "document.querySelector('.preferences [name=theme][value=dark]')?.getClientRects().length > 0",
            )
            .await?;
        browser.click(".preferences [name=theme][value=dark]").await?;
        browser.wait_for("document.documentElement.dataset.theme === 'dark'").await?;
        browser.open(&format!("/f/{FACT}/")).await?;
        browser.wait_for("document.documentElement.dataset.theme === 'dark'").await?;
        let scheme = browser.evaluate("getComputedStyle(document.documentElement).colorScheme").await?;
        assert_eq!(scheme, json!("dark"), "{}", browser.name);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn links_are_underlined_and_their_preview_is_in_view_far_down_the_page() -> WebDriverResult<()> {
    for browser in browsers().await? {
        let underline = "getComputedStyle(document.querySelector('.passage a')).textDecorationLine";
        assert_eq!(browser.evaluate(underline).await?, json!("underline"), "{}", browser.name);
        browser.click("#cape [data-entity]").await?;
        browser.wait_for("document.querySelector('.preview:popover-open') !== null").await?;
        let is_in_view = "(() => { const box = document.querySelector('.preview').getBoundingClientRect(); \
                    return scrollY > 500 && box.top >= 0 && box.bottom <= innerHeight; })()";
        browser.wait_for(is_in_view).await?;
        browser.evaluate("scrollBy(0, 2 * innerHeight)").await?;
        browser.wait_for("document.querySelector('.preview') === null").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_within_the_page_moves_the_focus_and_back_returns() -> WebDriverResult<()> {
    // Some frames after the link has been followed.
    let follow = "(() => { const frames = (count) => requestAnimationFrame(() => count ? frames(count - 1) : (window.isFollowed = true)); \
                  addEventListener('hashchange', () => frames(5), { once: true }); })()";
    for browser in browsers().await? {
        browser.evaluate(follow).await?;
        browser.evaluate("document.querySelector(\"#toc a[href='#cape']\").click()").await?;
        browser.wait_for("window.isFollowed").await?;
        let has_focus = "document.activeElement.matches('#cape .section-head')";
        assert_eq!(browser.evaluate(has_focus).await?, true, "{}", browser.name);

        browser
            .evaluate("localStorage.setItem(`chuhai:reading-position ${location.pathname}`, 'cape 1 0')")
            .await?;
        browser.open("/facts/").await?;
        browser.open("/").await?;
        browser.wait_for("document.querySelector('.resume-prompt a') !== null").await?;
        browser.evaluate(follow).await?;
        browser.click(".resume-prompt a").await?;
        browser.wait_for("window.isFollowed && scrollY > 500").await?;
        browser.driver.back().await?;
        browser.wait_for("location.hash === '' && scrollY < 500").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn back_returns_to_the_filtered_facts_with_their_query_in_the_field() -> WebDriverResult<()> {
    for browser in browsers().await? {
        browser.open("/facts/").await?;
        browser.find("[type=search]").await?.send_keys("avocet").await?;
        browser.wait_for("location.search === '?q=avocet'").await?;
        browser.click(".all-facts tbody tr:not([hidden]) th a").await?;
        // WebKitGTK's driver does not wait for the page.
        browser.driver.query(By::Css(".subpage > .fact")).first().await?;
        browser.driver.back().await?;
        browser.wait_for("document.querySelector('.all-facts [type=search]')?.value === 'avocet'").await?;
        browser.wait_for("document.querySelectorAll('.preferences :checked').length === 5").await?;
    }
    Ok(())
}

/// Removes spaces and splits ligatures, because PDF text has neither reliably.
fn bare(words: &str) -> String {
    let ligatures = ["ff", "fi", "fl", "ffi", "ffl"].into_iter().zip('\u{fb00}'..);
    ligatures
        .fold(words.split_whitespace().collect(), |words: String, (letters, set)| words.replace(set, letters))
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_every_card_is_open() -> WebDriverResult<()> {
    for browser in browsers().await? {
        // WebKitGTK's driver does not print (`unknown command`).
        if browser.name == "webkit" {
            continue;
        }
        // Chromium prints variable fonts as Type 3, which lopdf cannot read.
        browser.evaluate("void document.head.append(Object.assign(document.createElement('style'), { textContent: '* { font-family: serif !important }' }))").await?;
        let pdf = browser.driver.print_page(thirtyfour::common::print::PrintParameters::default()).await?;
        let pdf = lopdf::Document::load_mem(&pdf).expect("a PDF");
        let pages: Vec<_> = pdf.get_pages().into_keys().collect();
        let text = bare(&pdf.extract_text(&pages).expect("words"));
        let claims = "[...document.querySelectorAll('.claim, .adds')].map((claim) => claim.textContent)";
        let claims = browser.evaluate(claims).await?;
        let claims: Vec<_> =
            claims.as_array().into_iter().flatten().filter_map(|claim| claim.as_str()).collect();
        assert!(claims.len() >= 20, "{}: {} claims", browser.name, claims.len());
        for claim in claims {
            assert!(text.contains(&bare(claim)), "{}: {claim:?} is not printed", browser.name);
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_the_story_and_a_visited_fact_open_again() -> WebDriverResult<()> {
    for browser in browsers().await? {
        browser.click("[data-fact] > summary").await?;
        browser.wait_for("navigator.serviceWorker?.ready !== undefined").await?;
        let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));";
        browser.driver.execute_async(ready, Vec::new()).await?;
        browser.open(&format!("/f/{FACT}/")).await?;
        browser.server.serve(None);
        browser.open("/").await?;
        browser.open(&format!("/f/{FACT}/")).await?;
        let title = browser.evaluate("document.querySelector('.fact-title').textContent").await?;
        assert_eq!(title, TITLE, "{}", browser.name);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_that_is_loaded_late_shows_all_of_its_card() -> WebDriverResult<()> {
    for browser in browsers().await? {
        let hosts = EmbedHosts::start(&browser.server.address, fleet::embedded(), Path::new(""), false);
        let hosts = hosts.expect("a port");
        browser.driver.goto(format!("{}/frame.html", hosts.address)).await?;
        browser.find("iframe").await?.enter_frame().await?;
        // Chromium had laid it out in 150 pixels, and painted no more.
        let content = "document.querySelector('.embed')?.getBoundingClientRect().height";
        browser.wait_for(&format!("document.readyState === 'complete' && {content} <= innerHeight")).await?;
    }
    Ok(())
}
