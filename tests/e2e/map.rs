//! The map: links, the current region, and labels at their ports.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};

fn wide(width: u32) -> BrowserOptions {
    BrowserOptions { width, ..BrowserOptions::default() }
}

const CURRENT: &str = "[...document.querySelectorAll('[aria-current=location]')].map((link) => link.getAttribute('href')).join()";

#[tokio::test(flavor = "multi_thread")]
async fn a_region_and_its_label_lead_to_its_section() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", wide(1440)).await?;
    browser.click("[data-map] li[data-section=japan] .number").await?;
    browser.wait_for("location.hash === '#japan'").await?;
    browser.evaluate("scrollTo(0, 0)").await?;
    let shape = "(() => { const box = document.getElementById('map-united-states').getBoundingClientRect(); \
                 return document.elementFromPoint(box.left + box.width * 0.75, box.top + box.height * 0.7); })()";
    browser.wait_for(&format!("{shape}?.closest('a')?.hash === '#united-states'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_small_map_marks_the_section_that_is_read() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", wide(1440)).await?;
    assert_eq!(browser.evaluate(CURRENT).await?, "", "the head of the story is no section");
    for section in ["india", "south-korea", "india"] {
        browser.evaluate(&format!("document.getElementById('{section}').scrollIntoView()")).await?;
        browser.wait_for(&format!("{CURRENT} === '#{section}'")).await?;
        let seen = "(() => { const box = document.querySelector('.beside svg').getBoundingClientRect(); \
                    return box.top >= 0 && box.bottom < innerHeight && box.right <= innerWidth; })()";
        assert_eq!(browser.evaluate(seen).await?, json!(true), "the small map stays in view");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_small_map_is_there_and_marks_nothing() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..wide(1440) }).await?;
    browser.open("/").await?;
    assert_eq!(browser.driver.find_all(By::Css(".beside a")).await?.len(), 10);
    assert_eq!(browser.driver.find_all(By::Css("[aria-current]")).await?.len(), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_small_map_never_covers_the_text() -> WebDriverResult<()> {
    for (width, size) in
        [(1216, ""), (1440, ""), (1920, ""), (2560, ""), (1440, "2"), (1440, "3"), (1920, "4")]
    {
        let browser = Browser::open_hydrated("/", wide(width)).await?;
        browser.evaluate(&format!("document.documentElement.dataset.size = '{size}'")).await?;
        let gap = "document.querySelector('.beside').offsetParent === null ? 1 : Math.min(...[...document.querySelectorAll('.section p, .cards, .notes')].map((text) => \
                   document.querySelector('.beside').getBoundingClientRect().left - text.getBoundingClientRect().right))";
        let gap = browser.evaluate(gap).await?.as_f64().unwrap_or(-1.0);
        assert!(gap > 0.0, "{gap} px at {width}, size {size}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn labels_stand_at_their_ports_and_apart_from_each_other() -> WebDriverResult<()> {
    for (width, size) in
        [(1280, ""), (1440, ""), (2560, ""), (1280, "2"), (1440, "2"), (1440, "4"), (1920, "4")]
    {
        let browser = Browser::open_hydrated("/", wide(width)).await?;
        browser.evaluate(&format!("document.documentElement.dataset.size = '{size}'")).await?;
        // A pole's foot is a corner of its link's box.
        let off = "(() => { const off = []; \
                   for (const link of document.querySelectorAll('[data-map] li a')) { \
                     if (getComputedStyle(link).borderInlineStartWidth === '0px' && \
                       getComputedStyle(link).borderInlineEndWidth === '0px') continue; \
                     const box = link.getBoundingClientRect(), id = link.parentElement.dataset.section; \
                     const ring = document.querySelector(`[data-map] g[data-section='${id}'] circle`).getBoundingClientRect(); \
                     const x = ring.left + ring.width / 2, y = ring.top + ring.height / 2; \
                     const near = (ends, at) => Math.min(...ends.map((end) => Math.abs(end - at))); \
                     if (near([box.left, box.right], x) > 1.5 || near([box.top, box.bottom], y) > 1.5) off.push(id); } \
                   return off.join(); })()";
        assert_eq!(browser.evaluate(off).await?, "", "off their ports at {width} px, size {size}");
        let over = "(() => { const over = []; const words = [...document.querySelectorAll('[data-map] .label')].map((label) => { \
                    const range = document.createRange(); range.selectNodeContents(label); return [label.textContent, \
                    [...label.querySelectorAll('span')].filter((span) => span.offsetWidth > 1).map((span) => { \
                    range.selectNodeContents(span); return range.getBoundingClientRect(); })]; }); \
                    words.forEach(([one, boxes], at) => words.slice(at + 1).forEach(([other, others]) => { \
                    if (boxes.some((a) => others.some((b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && \
                    b.top + 2 < a.bottom))) over.push(one + ' / ' + other); })); return over.join('; '); })()";
        assert_eq!(browser.evaluate(over).await?, "", "labels meet at {width} px, size {size}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn on_narrow_screens_every_region_has_a_strip_instead() -> WebDriverResult<()> {
    let browser = Browser::open_hydrated("/", wide(320)).await?;
    assert_eq!(browser.evaluate("document.querySelector('.beside').offsetParent").await?, json!(null));
    let strips =
        "[...document.querySelectorAll('.story .strip')].filter((strip) => strip.offsetWidth > 200).length";
    assert_eq!(browser.evaluate(strips).await?, json!(8));
    let low = "Math.min(...[...document.querySelectorAll('[data-map] a')].map((link) => link.offsetHeight))";
    assert!(
        browser.evaluate(low).await?.as_f64().unwrap_or(0.0) >= 44.0,
        "targets are large enough for a finger"
    );
    Ok(())
}
