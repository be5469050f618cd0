//! Layout shift: nothing moves while a page loads and its islands are mounted.

use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_the_page_comes_to_life() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        let shifts = "const done = arguments[0]; const moved = []; new PerformanceObserver((list) => { for (const entry of \
                      list.getEntries()) moved.push(entry.value + entry.sources.map(({ node }) => node?.outerHTML ?? node?.textContent)); }).observe({ type: 'layout-shift', buffered: true }); \
                      requestIdleCallback(() => requestIdleCallback(() => done(moved)));";
        let moved = browser.driver.execute_async(shifts, Vec::new()).await?.json().clone();
        assert_eq!(moved, serde_json::json!([]), "at {width} px");
    }
    Ok(())
}

/// Writes the page into a frame tag by tag, up to its first section, and returns the layout shifts.
const READ: &str = "
    const [address, done] = arguments;
    fetch(address).then((answer) => answer.text()).then(async (text) => {
        const html = text.replace(/<script defer[^>]*><.script>/, '');
        const frame = Object.assign(document.createElement('iframe'), { style: 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; z-index: 9' });
        document.body.append(frame);
        const moved = [];
        new frame.contentWindow.PerformanceObserver((list) => { for (const entry of list.getEntries())
            moved.push(entry.value + entry.sources.map(({ node }) => node?.outerHTML ?? node?.textContent)); }).observe({ type: 'layout-shift' });
        const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
        const end = html.search(/<section|<.main>/);
        const pieces = html.slice(0, end).split(/(?=<)/);
        const body = pieces.findIndex((piece) => piece.startsWith('<body'));
        frame.contentDocument.open();
        frame.contentDocument.write(pieces.slice(0, body).join(''));
        for (const piece of pieces.slice(body)) {
            frame.contentDocument.write(piece);
            await painted();
        }
        frame.contentDocument.write(html.slice(end));
        frame.contentDocument.close();
        await painted();
        await painted();
        done([frame.contentDocument.querySelectorAll('h1').length, moved]);
    });";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_the_page_is_read_however_the_network_cuts_it() -> WebDriverResult<()> {
    for width in [320, 768, 1440] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        browser.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        for page in ["./", "f/sea-trade-2016-deficit/", "404.html"] {
            let moved =
                browser.driver.execute_async(READ, vec![serde_json::json!(page)]).await?.json().clone();
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
        "!document.querySelector('#japan .passage').checkVisibility({ contentVisibilityAuto: true })";
    assert_eq!(browser.evaluate(skipped).await?, true);
    browser.evaluate("document.querySelector('.toc a[href=\"#japan\"]').click()").await?;
    browser
        .wait_for("Math.abs(document.getElementById('japan').getBoundingClientRect().top - 68) < 2")
        .await?;
    browser.open("/?again#japan").await?;
    browser.wait_for("Math.abs(document.getElementById('japan').getBoundingClientRect().top - 68) < 2").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_is_opened_is_not_cut_off_at_the_end_of_its_section() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { width: 1440, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    let last = "[...document.querySelectorAll('.section ~ .section')].map((section) => [...section.querySelectorAll('.fact details')].pop()).filter(Boolean)";
    let cut = format!(
        "{last}.filter((card) => {{ card.open = true; card.scrollIntoView(); const section = card.closest('.section'); \
         return card.getBoundingClientRect().bottom > section.getBoundingClientRect().bottom && getComputedStyle(section).contentVisibility !== 'visible'; }}).length"
    );
    assert_eq!(browser.evaluate(&cut).await?, 0);
    Ok(())
}
