//! Charts: marks are as long as their values, and named for assistive technology.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};

/// Returns every mark that is more than half a pixel off its value.
const OFF: &str = "(() => {
    const off = [];
    const near = (plot, what, found, expected) => {
        if (!(Math.abs(found - expected) <= 0.5)) off.push(`${plot} ${what}: ${found}, not ${expected}`);
    };
    const number = (mark, name) => Number(mark.dataset[name]);
    for (const plot of document.querySelectorAll('figure[data-plot]')) {
        const id = plot.dataset.plot;
        for (const mark of plot.querySelectorAll('.bars [data-value]')) {
            const [track, own] = [mark.closest('svg').getBoundingClientRect(), mark.getBoundingClientRect()];
            const inner = mark.closest('svg').clientWidth;
            near(id, 'length', own.width, inner * number(mark, 'value') / number(mark.closest('[data-most]'), 'most'));
            near(id, 'zero', own.left, track.right - inner);
        }
        for (const mark of plot.querySelectorAll('.line [data-value]')) {
            const root = mark.closest('.line');
            const [sheet, own] = [root.getBoundingClientRect(), mark.getBoundingClientRect()];
            near(id, 'time', own.left + own.width / 2, sheet.left + sheet.width * number(mark, 'hours') / number(root, 'long'));
            near(id, 'height', own.top + own.height / 2, sheet.bottom - sheet.height * number(mark, 'value') / number(root, 'most'));
        }
        for (const mark of plot.querySelectorAll('.timeline [data-from]')) {
            const [track, own] = [mark.closest('svg').getBoundingClientRect(), mark.getBoundingClientRect()];
            const at = (day) => track.left + track.width * day / number(mark.closest('[data-most]'), 'most');
            const [from, to] = [at(number(mark, 'from')), at(number(mark, 'to'))];
            if (mark.tagName === 'circle') near(id, 'day', own.left + own.width / 2, (from + to) / 2);
            else { near(id, 'from', own.left, from); near(id, 'to', own.right, to); }
        }
        for (const sheet of plot.querySelectorAll('.waffle [data-value]')) {
            const box = sheet.getBoundingClientRect();
            const areas = [...sheet.querySelectorAll('rect.mark')].map((mark) => mark.getBoundingClientRect());
            const area = areas.reduce((sum, own) => sum + own.width * own.height, 0);
            near(id, 'squares', area / box.width / box.height * 100, number(sheet, 'value'));
        }
    }
    return off;
})()";

#[tokio::test(flavor = "multi_thread")]
async fn every_mark_is_as_long_as_its_value_to_half_a_pixel() -> WebDriverResult<()> {
    for width in [320, 768, 1440, 2560] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        assert_eq!(browser.evaluate(OFF).await?, json!([]), "at {width}");
        assert_eq!(
            browser.evaluate("document.documentElement.scrollWidth <= innerWidth").await?,
            true,
            "at {width}"
        );
        let small = "[...document.querySelectorAll('.plot *')].filter((part) => part.childNodes.length === 1 && \
                     part.firstChild.nodeType === 3 && parseFloat(getComputedStyle(part).fontSize) < 12).length";
        assert_eq!(browser.evaluate(small).await?, 0, "no word of a plot is smaller than 12 px at {width}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mark_takes_the_focus_and_leads_to_a_fact() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser
        .evaluate("document.querySelectorAll('.plot details').forEach((table) => { table.open = true; })")
        .await?;
    let dead = "[...document.querySelectorAll('.plot a[href^=\"#\"]')].filter((mark) => { mark.focus(); \
                return document.activeElement !== mark || !document.getElementById(mark.getAttribute('href').slice(1)); \
                }).map((mark) => mark.outerHTML)";
    assert_eq!(browser.evaluate(dead).await?, json!([]));
    Ok(())
}

/// The accessible name.
async fn spoken(browser: &Browser, mark: &str) -> WebDriverResult<String> {
    browser.evaluate(&format!("document.querySelector(\"{mark}\").scrollIntoView()")).await?;
    let find = json!({ "expression": format!("document.querySelector(\"{mark}\")") });
    let object = browser.cdp("Runtime.evaluate", find).await?["result"]["objectId"].clone();
    let about = json!({ "objectId": object, "fetchRelatives": false });
    let tree = browser.cdp("Accessibility.getPartialAXTree", about).await?;
    Ok(tree["nodes"][0]["name"]["value"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_says_what_it_is_and_its_number() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    for (mark, name) in [
        (
            "[data-plot=timeline] li:first-child a",
            "Viewers across Southeast Asia fall for two martial-arts dramas",
        ),
        ("[data-plot=drama-trade] li:nth-child(2) a", "Imports 2016 (our calculation) 814 million yuan"),
        ("[data-plot=bts-followers] a:has([data-hours='13'])", "more than 2 million after 13 hours"),
        ("[data-plot=japan-arrivals] li:first-child a", "Baidu’s search 2007 to 16 March 2015"),
        (
            "[data-plot=gulf-online] a.waffle",
            "more than 84% of people in each Gulf state were online in 2018",
        ),
    ] {
        let said = spoken(&browser, mark).await?;
        assert_eq!(said.split_whitespace().collect::<Vec<_>>().join(" "), name, "{mark}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_every_plot_is_there() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    let story = chuhai::content::load::story(&generator::paths::content()).expect("the content");
    assert_eq!(browser.driver.find_all(By::Css("figure[data-plot]")).await?.len(), story.plots.len());
    Ok(())
}
