//! Reflow: nothing is cut off at 320 pixels or with large text, and every target is large enough.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::{LONG_CARD_PAGE, NUMBER_CARD_PAGE};
use crate::scripts::{APPLY_TEXT_SPACING, OVERFLOW, OVERFLOWING_TEXT, OVERLAPPING_TEXT, SMALL_TARGETS};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_cut_off_at_320_pixels() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 320, ..BrowserOptions::default() }).await?;
    for path in ["/", "/s/notes/", LONG_CARD_PAGE, "/facts/", "/404.html"] {
        browser.open(path).await?;
        browser
            .evaluate("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
            .await?;
        assert_eq!(browser.evaluate(OVERFLOW).await?, 0, "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_cut_off_where_a_readers_own_text_is_twice_as_large() -> WebDriverResult<()> {
    for (font, size) in [(24, 4), (32, 1)] {
        for width in [320, 390, 768] {
            let browser = Browser::new(BrowserOptions { width, font, ..BrowserOptions::default() }).await?;
            for path in [
                "/",
                "/s/notes/",
                "/s/islands/",
                LONG_CARD_PAGE,
                "/facts/",
                "/e/f/ca-gannet-1t/",
                "/404.html",
            ] {
                browser.open(path).await?;
                browser.evaluate(&format!("document.documentElement.dataset.size = {size}")).await?;
                assert_eq!(
                    browser.evaluate(OVERFLOWING_TEXT).await?,
                    json!([]),
                    "{path} at {width} px, text {font} px, size {size}"
                );
            }
            browser.open(LONG_CARD_PAGE).await?;
            browser.click(".fact-actions [data-action=share]").await?;
            browser.wait_for("document.querySelector('dialog.share')?.open").await?;
            let wide = "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('dialog.share'))";
            assert_eq!(browser.evaluate(wide).await?, 0, "the dialog at {width} px, text {font} px");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn with_wider_spacing_no_text_overlaps_and_no_page_is_too_wide() -> WebDriverResult<()> {
    for width in [320, 768, 1440] {
        let browser = Browser::new(BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for path in ["/", "/s/notes/", LONG_CARD_PAGE, "/facts/", "/404.html", "/e/f/ca-gannet-1t/"] {
            browser.open(path).await?;
            // Every part of the page must be laid out and at rest.
            browser.evaluate("delete document.documentElement.dataset.layout").await?;
            browser.evaluate(APPLY_TEXT_SPACING).await?;
            assert_eq!(browser.evaluate(OVERLAPPING_TEXT).await?, json!([]), "{path} at {width} px");
            let hidden = format!("Math.max(0, {OVERFLOW})");
            assert_eq!(browser.evaluate(&hidden).await?, 0, "{path} at {width} px");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_target_is_44_pixels_wide_and_high_unless_it_stands_in_a_sentence() -> WebDriverResult<()> {
    for width in [390, 1440] {
        let browser = Browser::new(BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for path in ["/", "/facts/", "/s/notes/", NUMBER_CARD_PAGE, "/e/s/islands/", "/404.html"] {
            browser.open(path).await?;
            assert_eq!(browser.evaluate(SMALL_TARGETS).await?, json!([]), "{path} at {width} px");
        }
    }
    Ok(())
}
