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
