//! Layout shift: nothing moves while a page loads and its islands are mounted.

use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::scripts::{CHUNKED_PARSING, LAYOUT_SHIFTS, OVERLAPPING_CARDS};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_islands_are_mounted() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let browser =
            Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::real_story() }).await?;
        let moved = browser.driver.execute_async(LAYOUT_SHIFTS, Vec::new()).await?.json().clone();
        assert_eq!(moved, serde_json::json!([]), "at {width} px");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_the_page_arrives_in_small_chunks() -> WebDriverResult<()> {
    for width in [320, 768, 1440] {
        let browser =
            Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::real_story() }).await?;
        browser.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        let card = browser.evaluate("document.querySelector('.fact > .anchor').id").await?;
        for page in ["./", &format!("f/{}/", card.as_str().unwrap_or_default()), "404.html"] {
            let moved = browser
                .driver
                .execute_async(CHUNKED_PARSING, vec![serde_json::json!(page)])
                .await?
                .json()
                .clone();
            assert_eq!(moved, serde_json::json!([1, []]), "{page} at {width} px");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sections_far_below_are_laid_out_once_a_link_leads_there_and_it_leads_exactly_there()
-> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 1440, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    let skipped =
        "!document.querySelector('#islands .passage').checkVisibility({ contentVisibilityAuto: true })";
    assert_eq!(browser.evaluate(skipped).await?, true);
    browser.evaluate("document.querySelector('.toc a[href=\"#islands\"]').click()").await?;
    browser
        .wait_for("Math.abs(document.getElementById('islands').getBoundingClientRect().top - 68) < 2")
        .await?;
    browser.open("/?again#islands").await?;
    browser
        .wait_for("Math.abs(document.getElementById('islands').getBoundingClientRect().top - 68) < 2")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_is_opened_is_not_cut_off_at_the_end_of_its_section() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 1440, ..BrowserOptions::real_story() }).await?;
    browser.open("/").await?;
    let last = "[...document.querySelectorAll('.section ~ .section')].map((section) => [...section.querySelectorAll('.fact details')].pop()).filter(Boolean)";
    let cut = format!(
        "{last}.filter((card) => {{ card.querySelector('summary').click(); card.scrollIntoView(); const section = card.closest('.section'); \
         return card.getBoundingClientRect().bottom > section.getBoundingClientRect().bottom && getComputedStyle(section).contentVisibility !== 'visible'; }}).length"
    );
    assert_ne!(browser.evaluate(&format!("{last}.length")).await?, 0);
    assert_eq!(browser.evaluate(&cut).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_that_are_opened_one_by_one_overlap_no_other() -> WebDriverResult<()> {
    let browser =
        Browser::open_alive("/", BrowserOptions { width: 1440, ..BrowserOptions::real_story() }).await?;
    browser
        .evaluate("document.querySelectorAll('.fact details').forEach((card) => { card.open = true; })")
        .await?;
    // Distant sections are laid out while idle.
    browser.wait_for(&format!("{}.length === 0", OVERLAPPING_CARDS.trim())).await
}
