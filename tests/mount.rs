//! Mounts, in a browser, the islands of three pages, which `cargo xtask test mount` renders first.
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

const STORY: &str = include_str!("../target/mount/story.html");
const FACT: &str = include_str!("../target/mount/fact.html");
const FACTS: &str = include_str!("../target/mount/facts.html");

fn document() -> Document {
    web_sys::window().expect("a window").document().expect("a document")
}

/// Waits frame by frame until a condition is true.
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

/// Shows a page beside the output of the test runner, and returns its islands.
fn show(page: &str) -> Vec<Element> {
    let document = document();
    let root = document.get_element_by_id("page").unwrap_or_else(|| {
        let root = document.create_element("div").expect("an element");
        root.set_id("page");
        document.body().expect("a body").append_child(&root).expect("a child");
        root
    });
    root.set_inner_html(page);
    let islands = root.query_selector_all("[data-island]").expect("a selector");
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

/// The tags of an element's descendants with their attributes in order, and its text.
///
/// Ignores attributes that only a running island sets, and `checked`, which Yew sets as a property.
fn comparable(element: &Element) -> Vec<String> {
    const SET_LATER: [&str; 5] = ["hidden", "open", "checked", "aria-current", "data-alive"];
    let descendants = element.query_selector_all("*").expect("a selector");
    let tags = (0..descendants.length()).filter_map(|at| descendants.get(at)?.dyn_into::<Element>().ok());
    let described = tags.map(|tag| {
        let mut names: Vec<_> =
            tag.get_attribute_names().iter().filter_map(|name| name.as_string()).collect();
        names.retain(|name| !SET_LATER.contains(&name.as_str()));
        names.sort();
        let attributes =
            names.iter().map(|name| format!(" {name}={:?}", tag.get_attribute(name).unwrap_or_default()));
        format!("<{}{}>", tag.tag_name(), attributes.collect::<String>())
    });
    described.chain([element.text_content().unwrap_or_default()]).collect()
}

async fn mounts_unchanged(page: &str) {
    let islands = show(page);
    assert!(!islands.is_empty(), "the page has islands");
    for island in islands {
        let name = island.get_attribute("data-island").unwrap_or_default();
        let before = comparable(&island);
        assert!(mounted(&island).await, "{name} calls back once it is mounted");
        let after = comparable(&island);
        let differs = after.iter().zip(&before).find(|(after, before)| after != before);
        assert_eq!(differs, None, "{name} renders what the page already shows");
        assert_eq!(after.len(), before.len(), "{name} renders as much as the page already shows");
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
async fn every_island_of_the_page_of_all_facts_mounts_as_the_same_markup() {
    mounts_unchanged(FACTS).await;
}

#[wasm_bindgen_test]
async fn props_that_cannot_be_read_leave_the_markup_as_it_is() {
    let wrong = [
        "{",
        "{}",
        "[1]",
        r#"["Contents", [["id", "name", 1]], ["Facts", "facts/"], null]"#,
        r#"["Contents", [["id", "name"]], ["Facts", "facts/"], null]"#,
        r#"["Contents", [], ["Facts", "facts/"], "0"]"#,
        r#"["Contents", {}, ["Facts", "facts/"], null]"#,
    ];
    for props in wrong.into_iter().map(Some).chain([None]) {
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
