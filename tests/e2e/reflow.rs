//! Reflow: nothing is cut off at 320 pixels or with large text, and every target is large enough.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::scripts::OVERLAPPING_TEXT;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_cut_off_at_320_pixels() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 320, ..BrowserOptions::default() }).await?;
    for path in ["/", "/s/notes/", "/f/sea-trade-2016-deficit/", "/facts/", "/404.html"] {
        browser.open(path).await?;
        browser
            .evaluate("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
            .await?;
        let hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(browser.evaluate(hidden).await?, 0, "{path}");
    }
    Ok(())
}

/// Words that reach out of the page or are cut off in a box, and by how much the page is too wide.
const CUT: &str = "(() => {
    document.querySelectorAll('details').forEach((part) => { part.open = true; });
    const width = document.documentElement.clientWidth;
    const cut = document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px wide`] : [];
    for (const part of document.querySelectorAll('body *')) {
        const hasWords = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!hasWords || part.closest('.visually-hidden, .hero-map, .skip-link, select, script, style') || !part.checkVisibility()) continue;
        const words = document.createRange();
        words.selectNodeContents([...part.childNodes].find((node) => node.nodeType === 3 && node.data.trim()));
        const { left, right } = words.getBoundingClientRect();
        if (left < -1 || right > width + 1) cut.push(`${part.textContent.trim().slice(0, 40)}: ${left} to ${right}`);
    }
    return cut;
})()";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_cut_off_where_a_readers_own_text_is_twice_as_large() -> WebDriverResult<()> {
    for (font, size) in [(24, 4), (32, 1)] {
        for width in [320, 390, 768] {
            let browser = Browser::new(BrowserOptions { width, font, ..BrowserOptions::default() }).await?;
            for path in [
                "/",
                "/s/notes/",
                "/s/japan/",
                "/f/sea-trade-2016-deficit/",
                "/facts/",
                "/e/f/kr-bts-1m/",
                "/404.html",
            ] {
                browser.open(path).await?;
                browser.evaluate(&format!("document.documentElement.dataset.size = {size}")).await?;
                assert_eq!(
                    browser.evaluate(CUT).await?,
                    json!([]),
                    "{path} at {width} px, text {font} px, size {size}"
                );
            }
            browser.open("/f/sea-trade-2016-deficit/").await?;
            browser.click(".fact-actions [data-action=share]").await?;
            browser.wait_for("document.querySelector('dialog.share')?.open").await?;
            let wide = "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('dialog.share'))";
            assert_eq!(browser.evaluate(wide).await?, 0, "the dialog at {width} px, text {font} px");
        }
    }
    Ok(())
}

/// The spacing that a reader may set (WCAG 2.2, 1.4.12), with every part of the page laid out and at rest.
const SPACED: &str = "(() => { delete document.documentElement.dataset.layout; const spaced = new CSSStyleSheet(); \
                      spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'); \
                      document.adoptedStyleSheets.push(spaced); })()";

#[tokio::test(flavor = "multi_thread")]
async fn with_wider_spacing_no_words_lie_on_others_and_no_page_is_too_wide() -> WebDriverResult<()> {
    for width in [320, 768, 1440] {
        let browser = Browser::new(BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for path in
            ["/", "/s/notes/", "/f/sea-trade-2016-deficit/", "/facts/", "/404.html", "/e/f/kr-bts-1m/"]
        {
            browser.open(path).await?;
            browser.evaluate(SPACED).await?;
            assert_eq!(browser.evaluate(OVERLAPPING_TEXT).await?, json!([]), "{path} at {width} px");
            let hidden =
                "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)";
            assert_eq!(browser.evaluate(hidden).await?, 0, "{path} at {width} px");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_target_is_44_pixels_wide_and_high_unless_it_stands_in_a_sentence() -> WebDriverResult<()> {
    let small = "(() => {
        document.querySelectorAll('details').forEach((part) => { part.open = true; });
        const others = (target) => [...target.parentElement.childNodes].filter((node) => node !== target && !node.matches?.('.anchor, .visually-hidden'));
        const isInSentence = (target) => target.closest('h1, h2, h3') || others(target).some((node) => /[a-z]/i.test(node.textContent) && !node.matches?.('a, button'));
        return [...document.querySelectorAll('a[href], button, input, select, summary')]
            .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.closest('svg, .visually-hidden, .skip-link') && !isInSentence(target))
            .map((target) => [target, target.getBoundingClientRect()])
            .filter(([, { width, height }]) => width > 1 && Math.min(width, height) < 44)
            .map(([target, { width, height }]) => `${target.parentElement.className || target.parentElement.localName} ${target.textContent.slice(0, 30)}: ${width} x ${height}`);
    })()";
    for width in [390, 1440] {
        let browser = Browser::new(BrowserOptions { width, ..BrowserOptions::default() }).await?;
        for path in ["/", "/facts/", "/s/notes/", "/f/kr-bts-1m/", "/e/s/japan/", "/404.html"] {
            browser.open(path).await?;
            assert_eq!(browser.evaluate(small).await?, json!([]), "{path} at {width} px");
        }
    }
    Ok(())
}
