//! Plots: marks are where their values are, and named for assistive technology.

use chuhai::content::{ItemArrangement, Mark, PlotLayout, Story, load};
use generator::paths;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet;

/// Returns each bar, dot and tick that is more than half a pixel from its position in `plots`.
const MISPLACED_MARKS: &str = "(plots) => {
    const off = [];
    const near = (what, found, expected) => {
        if (!(Math.abs(found - expected) <= 0.5)) off.push(`${what}: ${found}, not ${expected}`);
    };
    for (const [id, { items, ticks }] of Object.entries(plots)) {
        const plot = document.querySelector(`[data-plot='${id}']`);
        const panels = [...plot.querySelectorAll('.panel')];
        const links = [...plot.querySelectorAll('li a, .plane a')];
        if (links.length !== items.length) off.push(`${id}: ${links.length} items`);
        items.forEach((marks, item) => {
            const sheet = (panels[item] ?? panels[0]).getBoundingClientRect();
            const x = (share) => sheet.left + sheet.width * share;
            const y = (share) => sheet.bottom - sheet.height * share;
            const shapes = [...(links[item]?.querySelectorAll('rect, circle') ?? [])];
            if (shapes.length !== marks.length) off.push(`${id} ${item}: ${shapes.length} marks`);
            shapes.forEach((mark, at) => {
                const [own, [left, low, right, high]] = [mark.getBoundingClientRect(), marks[at]];
                const what = `${id} ${item}.${at}`;
                if (mark.localName === 'circle') {
                    near(`${what} x`, own.left + own.width / 2, x(left));
                    near(`${what} y`, own.top + own.height / 2, y(low));
                } else {
                    near(`${what} left`, own.left, x(left));
                    near(`${what} right`, own.right, x(right));
                    near(`${what} bottom`, own.bottom, y(low));
                    near(`${what} top`, own.top, y(high));
                }
            });
        });
        const lines = [...plot.querySelectorAll('.axis line')];
        if (lines.length !== ticks.length) off.push(`${id}: ${lines.length} ticks`);
        const sheet = panels[0].getBoundingClientRect();
        lines.forEach((line, at) => near(`${id} tick ${at}`, line.getBoundingClientRect().left, sheet.left + sheet.width * ticks[at]));
        const names = [...plot.querySelectorAll('.axis text')].map((name) => name.getBoundingClientRect()).filter((box) => box.width);
        names.slice(1).forEach((box, at) => { if (box.left < names[at].right) off.push(`${id}: name ${at + 1} is on the one before`); });
    }
    return off;
}";

/// The positions of the bars, dots and ticks of each plot of a story, as shares of its panels.
fn places(story: &Story) -> Value {
    let layouts = story.plots.iter().map(|plot| (plot.id.clone(), plot.layout(story)));
    let graphical = layouts.filter(|(_, layout)| layout.arrangement != ItemArrangement::List);
    Value::Object(graphical.map(|(id, layout)| (id, places_of(&layout))).collect())
}

fn places_of(PlotLayout { x, y, items, ticks, .. }: &PlotLayout) -> Value {
    let place = |mark: &Mark| match mark {
        Mark::Bar((left, right), (low, high), _) => {
            Some([x.share(*left), y.share(*low), x.share(*right), y.share(*high)])
        }
        Mark::Dot((across, up)) => Some([x.share(*across), y.share(*up), x.share(*across), y.share(*up)]),
        Mark::Fade(..) | Mark::Grid(..) | Mark::Label(_) | Mark::LabelAbove(_) => None,
    };
    let marks = items.iter().map(|item| item.marks.iter().filter_map(place).collect::<Vec<_>>());
    json!({
        "items": marks.collect::<Vec<_>>(),
        "ticks": ticks.iter().map(|tick| x.share(tick.position)).collect::<Vec<_>>(),
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mark_is_where_its_value_is_to_half_a_pixel() -> WebDriverResult<()> {
    let real_story = load::story(&paths::project().join("content")).expect("the content");
    let stories = [(fleet::story(), BrowserOptions::default()), (real_story, BrowserOptions::real_story())];
    for (story, options) in stories {
        every_mark_is_where_its_value_is(&story, options).await?;
    }
    Ok(())
}

async fn every_mark_is_where_its_value_is(story: &Story, options: BrowserOptions) -> WebDriverResult<()> {
    let off = format!("({MISPLACED_MARKS})({})", places(story));
    let browser = Browser::open_alive("/", options).await?;
    for width in [320, 768, 1440, 2560] {
        browser.set_width_and_wait(width).await?;
        assert_eq!(browser.evaluate(&off).await?, json!([]), "at {width}");
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
    assert_ne!(browser.evaluate("document.querySelectorAll('.plot a[href^=\"#\"]').length").await?, 0);
    assert_eq!(browser.evaluate(dead).await?, json!([]));
    Ok(())
}

/// The accessible name.
async fn accessible_name(browser: &Browser, mark: &str) -> WebDriverResult<String> {
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
        ("[data-plot=timeline] li:first-child a", "A mail boat leaves the Old Quay"),
        ("[data-plot=salt-trade] li:nth-child(2) a", "Purchases 2016 (our calculation) 30 million crowns"),
        ("[data-plot=gannet-hours] .panel a:nth-of-type(2)", "more than 2 tonnes after 13 hours"),
        ("[data-plot=island-arrivals] li:first-child a", "Ice boats 23 January 2008 to 16 March 2015"),
        ("[data-plot=pearl-share] li a", "more than 84% of the pearls of each island went by boat"),
    ] {
        let found = accessible_name(&browser, mark).await?;
        assert_eq!(found.split_whitespace().collect::<Vec<_>>().join(" "), name, "{mark}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_every_plot_is_there() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    let story = fleet::story();
    assert_eq!(browser.driver.find_all(By::Css("figure[data-plot]")).await?.len(), story.plots.len());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_two_lines_of_a_label_never_overlap_whatever_the_text_size() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions::default()).await?;
    for size in ["", "4"] {
        browser.open("/s/cape/").await?;
        browser.evaluate(&format!("void (document.documentElement.dataset.size = '{size}')")).await?;
        let gaps = "[...document.querySelectorAll('.plane text.detail')].map((when) => \
                    (when.getBoundingClientRect().top - when.previousElementSibling.getBoundingClientRect().bottom) \
                    / parseFloat(getComputedStyle(when).fontSize))";
        let gaps = browser.evaluate(gaps).await?;
        let gaps: Vec<_> = gaps.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        // In font sizes. The boxes hold the font's descent and ascent, which few letters fill.
        assert!(!gaps.is_empty() && gaps.iter().all(|gap| *gap > -0.2), "size {size}: {gaps:?}");
    }
    Ok(())
}
