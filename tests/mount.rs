//! Mounts, in a browser, the islands of the snapshots that `tests/unit/snapshots.rs` checks.
#![cfg(target_arch = "wasm32")]

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::*;
use web_sys::{Document, Element};

#[path = "../src/main.rs"]
#[allow(dead_code, reason = "the test has a `main` of its own")]
mod program;

wasm_bindgen_test_configure!(run_in_browser);

const STORY: &str = include_str!("snapshots/story.html");
const FACT: &str = include_str!("snapshots/fact.html");

fn document() -> Document {
    web_sys::window().expect("a window").document().expect("a document")
}

/// Lets the browser go on until something holds, a frame at a time.
async fn until(holds: impl Fn() -> bool) -> bool {
    for _ in 0..600 {
        if holds() {
            return true;
        }
        let frame = js_sys::Promise::new(&mut |done, _| {
            web_sys::window().expect("a window").request_animation_frame(&done).expect("a frame");
        });
        JsFuture::from(frame).await.expect("a frame");
    }
    false
}

/// Puts a page into the document and returns its islands.
fn show(page: &str) -> Vec<Element> {
    let body = document().body().expect("a body");
    body.set_inner_html(&page.replace(">\n<", "><"));
    let islands = body.query_selector_all("[data-island]").expect("a selector");
    (0..islands.length()).filter_map(|at| islands.get(at)?.dyn_into().ok()).collect()
}

/// Mounts an island and waits until it calls back; false if it never does.
async fn mounted(island: &Element) -> bool {
    let alive = Rc::new(Cell::new(false));
    let calls = alive.clone();
    let call = Closure::<dyn FnMut()>::new(move || calls.set(true));
    program::entry::mount(island.clone(), call.as_ref().unchecked_ref::<js_sys::Function>().clone());
    let called = until(|| alive.get()).await;
    call.forget();
    called
}

/// Markup without what mounting adds: Yew's comments, and the attributes that only a running program sets.
fn comparable(html: &str) -> String {
    let mut rest = html.to_owned();
    for attribute in ["hidden", "open", "aria-current", "data-reading", "data-alive"] {
        let attribute = format!(" {attribute}=\"");
        while let Some(start) = rest.find(&attribute) {
            let value = start + attribute.len();
            let end = rest[value..].find('"').map_or(rest.len(), |end| value + end + 1);
            rest.replace_range(start..end, "");
        }
    }
    while let Some(start) = rest.find("<!--") {
        let end = rest[start..].find("-->").map_or(rest.len(), |end| start + end + 3);
        rest.replace_range(start..end, "");
    }
    rest
}

async fn mounts_unchanged(page: &str) {
    let islands = show(page);
    assert!(!islands.is_empty(), "the page has islands");
    for island in islands {
        let name = island.get_attribute("data-island").unwrap_or_default();
        let before = comparable(&island.inner_html());
        assert!(mounted(&island).await, "{name} calls back once it is mounted");
        let after = comparable(&island.inner_html());
        let differs = after.split('<').zip(before.split('<')).find(|(after, before)| after != before);
        assert_eq!(differs, None, "{name} renders what the page already shows");
    }
}

#[wasm_bindgen_test]
async fn every_island_of_the_story_mounts_as_the_same_markup() {
    mounts_unchanged(STORY).await;
}

#[wasm_bindgen_test]
async fn every_island_of_a_fact_mounts_as_the_same_markup() {
    mounts_unchanged(FACT).await;
}

#[wasm_bindgen_test]
async fn props_that_cannot_be_read_leave_the_markup_as_it_is() {
    for props in [None, Some("{"), Some("{}"), Some("[1]")] {
        let island = show(STORY)
            .into_iter()
            .find(|island| island.get_attribute("data-island").as_deref() == Some("toc"));
        let island = island.expect("the table of contents");
        match props {
            Some(props) => island.set_attribute("data-props", props),
            None => island.remove_attribute("data-props"),
        }
        .expect("an attribute");
        let before = island.inner_html();
        let call = js_sys::Function::new_no_args("throw new Error('it was mounted')");
        program::entry::mount(island.clone(), call);
        assert_eq!(island.inner_html(), before, "{props:?}");
    }
}

#[wasm_bindgen_test]
fn an_unknown_island_is_left_alone() {
    let root = document().create_element("div").expect("an element");
    root.set_attribute("data-island", "unheard-of").expect("an attribute");
    root.set_inner_html("<p>as it was</p>");
    program::entry::mount(root.clone(), JsValue::NULL.unchecked_into());
    assert_eq!(root.inner_html(), "<p>as it was</p>");
}
