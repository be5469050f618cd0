//! The style that stands in each page: that nothing which the page holds lacks its own.

use std::collections::BTreeMap;
use std::fs;

use chuhai::pages::Page;
use chuhai::story::load;
use serde_json::json;
use thirtyfour::prelude::*;
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

/// Puts all that stands in templates into the page, looks at one element of each kind, gives the page the site's whole
/// style, and tells which elements then look otherwise. Of a kind are those whose names and classes are the same, and
/// those of all that they stand in.
const COMPARE: &str = "
    const done = arguments[0];
    document.querySelectorAll('template').forEach((template) => template.replaceWith(template.content));
    const kind = (element) => element ? `${kind(element.parentElement)} ${element.localName}.${element.classList}` : '';
    const kinds = new Map([...document.querySelectorAll('html, body, body *')].map((element) => [kind(element), element]));
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
    let pages = pages();
    assert!(pages.len() > 5, "only {} styles", pages.len());
    let reader = Reader::new(Wish::default()).await?;
    reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
    for page in pages.values() {
        reader.open(&format!("/{page}")).await?;
        reader.until_alive().await?;
        let changed = reader.driver.execute_async(COMPARE, Vec::new()).await?.json().clone();
        assert_eq!(changed, json!([]), "{page}");
    }
    Ok(())
}
