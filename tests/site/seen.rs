//! What can be measured of what is seen: accessibility, reflow, stillness.

use std::fs;

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};

/// axe-core's findings, each as rule and first element.
pub async fn findings(reader: &Reader) -> WebDriverResult<Vec<String>> {
    let axe = std::env::var("AXE").expect("AXE names axe-core's script; run `cargo xtask test site`");
    reader.driver.execute(fs::read_to_string(axe).expect("axe-core"), Vec::new()).await?;
    let run = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', \
               'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast-enhanced': { enabled: true } } }).then((result) => done(result.violations));";
    let found = reader.driver.execute_async(run, Vec::new()).await?.json().clone();
    let describe = |rule: &Value| format!("{}: {}", rule["id"], rule["nodes"][0]["html"]);
    Ok(found.as_array().expect("a list").iter().map(describe).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_any_kind_of_page_in_any_theme_or_width() -> WebDriverResult<()> {
    for dark in [false, true] {
        for width in [320, 1440] {
            let reader = Reader::new(Wish { dark, width, ..Wish::default() }).await?;
            for path in [
                "/s/india/",
                "/s/notes/",
                "/f/sea-trade-2016-deficit/",
                "/facts/",
                "/facts/?region=japan&sort=-figure&view=cards",
                "/e/s/japan/",
                "/e/f/la-kwai-users/",
                "/404.html",
            ] {
                reader.open(path).await?;
                reader.until_alive().await?;
                reader
                    .ask("document.querySelectorAll('details').forEach((card) => { card.open = true; })")
                    .await?;
                assert_eq!(
                    findings(&reader).await?,
                    Vec::<String>::new(),
                    "{path} dark {dark} width {width}"
                );
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_whole_story() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
    assert_eq!(findings(&reader).await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_results_of_a_search() -> WebDriverResult<()> {
    for dark in [false, true] {
        for width in [320, 1440] {
            let reader = Reader::at("/", Wish { dark, width, ..Wish::default() }).await?;
            reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
            reader.click("[data-action=search]").await?;
            reader.driver.find(By::Css("[data-action=search]")).await?.send_keys("tiktok").await?;
            reader.until("document.querySelectorAll('[data-search=list] a').length > 10").await?;
            assert_eq!(findings(&reader).await?, Vec::<String>::new(), "dark {dark} width {width}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_cut_off_at_320_pixels() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { width: 320, ..Wish::default() }).await?;
    for path in ["/", "/s/notes/", "/f/sea-trade-2016-deficit/", "/facts/", "/404.html"] {
        reader.open(path).await?;
        reader.ask("document.querySelectorAll('details').forEach((card) => { card.open = true; })").await?;
        let hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(reader.ask(hidden).await?, 0, "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_the_page_comes_to_life() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let reader = Reader::at("/", Wish { width, ..Wish::default() }).await?;
        let shifts = "const done = arguments[0]; const moved = []; new PerformanceObserver((list) => { for (const entry of \
                      list.getEntries()) moved.push(entry.value + entry.sources.map(({ node }) => node?.outerHTML ?? node?.textContent)); }).observe({ type: 'layout-shift', buffered: true }); \
                      requestIdleCallback(() => requestIdleCallback(() => done(moved)));";
        let moved = reader.driver.execute_async(shifts, Vec::new()).await?.json().clone();
        assert_eq!(moved, serde_json::json!([]), "at {width} px");
    }
    Ok(())
}

/// Writes the page into a frame tag by tag, as far as its first section or its end, and tells what moves on its way.
const READ: &str = "
    const [address, done] = arguments;
    fetch(address).then((answer) => answer.text()).then(async (text) => {
        const html = text.replace(/<script async[^>]*><.script>/, '');
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
        let reader = Reader::at("/", Wish { width, ..Wish::default() }).await?;
        reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        for page in ["./", "f/sea-trade-2016-deficit/", "404.html"] {
            let moved =
                reader.driver.execute_async(READ, vec![serde_json::json!(page)]).await?.json().clone();
            assert_eq!(moved, serde_json::json!([1, []]), "{page} at {width} px");
        }
    }
    Ok(())
}
