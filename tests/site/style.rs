//! The style that stands in each page and the style that comes with the program: that nothing which the page holds or
//! shows lacks its own.

use std::collections::BTreeMap;
use std::fs;

use chuhai::content::load;
use chuhai::routes::Page;
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::prerender::offline::List;
use xtask::root::{content, dist};

use crate::browser::{Reader, Wish};

/// The styles that stand in a page.
pub fn within(html: &str) -> impl Iterator<Item = &str> {
    html.split("<style>").skip(1).filter_map(|rest| rest.split("</style>").next())
}

/// By style, a page that has it.
fn pages() -> BTreeMap<String, String> {
    let story = load::story(&content()).expect("the content");
    let pages = Page::all(&story).into_iter().map(|page| {
        let html = fs::read_to_string(dist().join(page.file(&story))).expect("a page");
        (within(&html).next().expect("a style").to_owned(), page.file(&story))
    });
    pages.collect()
}

/// Looks at one element of each kind, gives the page the site's whole style, and tells which elements then look
/// otherwise. Of a kind are those whose names and classes are the same, and those of all that they stand in. If it is
/// asked for all, it looks at what does not show too, and puts what stands in templates into the page before.
const COMPARE: &str = "
    const [all_of_it, done] = arguments;
    if (all_of_it) document.querySelectorAll('template').forEach((template) => template.replaceWith(template.content));
    const shows = (element) => all_of_it || element.checkVisibility({ visibilityProperty: true });
    const kind = (element) => element ? `${kind(element.parentElement)} ${element.localName}.${element.classList}` : '';
    const kinds = new Map([...document.querySelectorAll('html, body, body *')].filter(shows).map((element) => [kind(element), element]));
    const all = [...kinds.values()];
    const look = () => all.map((element) => {
        const style = getComputedStyle(element);
        return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\\n');
    });
    const before = look();
    const file = document.querySelector('script[data-style]').dataset.style;
    fetch(file).then((answer) => answer.text()).then((whole) => {
        document.querySelector('style').textContent = whole;
        const after = look();
        done(all.filter((_, at) => before[at] !== after[at]).map((element) => element.outerHTML.slice(0, 100)));
    });";

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_page_looks_as_it_would_with_the_whole_style() -> WebDriverResult<()> {
    let reader = Reader::new(Wish::default()).await?;
    looks_whole(&reader, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_shows_before_the_program_comes_needs_no_style_that_comes_with_it() -> WebDriverResult<()> {
    let reader = Reader::new(Wish::default()).await?;
    reader.block(&["*/start-*.js"]).await?;
    looks_whole(&reader, false).await
}

/// A layer that arrives later makes Chromium lay out anew all that shows.
#[test]
fn the_style_that_comes_with_the_program_adds_no_layer() {
    let list = List::read(&dist()).expect("the list of what is kept");
    let file = list.kept.keys().find(|file| file.starts_with("controls-")).expect("the style");
    let style = fs::read_to_string(dist().join(file)).expect("text");
    assert!(style.contains("dialog") && !style.contains("@layer"));
}

/// Holds a page of each style against the whole style: once alive in all its parts, or before in what shows.
async fn looks_whole(reader: &Reader, alive: bool) -> WebDriverResult<()> {
    let pages = pages();
    assert!(pages.len() > 5, "only {} styles", pages.len());
    reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
    for page in pages.values() {
        reader.open(&format!("/{page}")).await?;
        if alive {
            reader.until_alive().await?;
        }
        let changed = reader.driver.execute_async(COMPARE, vec![json!(alive)]).await?.json().clone();
        assert_eq!(changed, json!([]), "{page}");
    }
    Ok(())
}
