//! Hydrates the snapshots of `tests/unit/snapshots.rs` in a browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::*;
use web_sys::{Document, Element, HtmlElement};

#[path = "../src/main.rs"]
mod entry;

wasm_bindgen_test_configure!(run_in_browser);

const STORY: &str = include_str!("snapshots/story.html");

fn document() -> Document {
    web_sys::window().expect("a window").document().expect("a document")
}

fn find(selector: &str) -> Element {
    document().query_selector(selector).expect("a selector").unwrap_or_else(|| panic!("no {selector}"))
}

fn text(selector: &str) -> String {
    find(selector).text_content().unwrap_or_default()
}

fn click(selector: &str) {
    find(selector).unchecked_into::<HtmlElement>().click();
}

/// Lets the browser go on until something holds, a frame at a time.
async fn until(holds: impl Fn() -> bool) {
    for _ in 0..600 {
        if holds() {
            return;
        }
        let frame = js_sys::Promise::new(&mut |done, _| {
            web_sys::window().expect("a window").request_animation_frame(&done).expect("a frame");
        });
        JsFuture::from(frame).await.expect("a frame");
    }
    panic!("it never came to hold");
}

/// Markup without what hydration may change: Yew's marks, what shows that the controls work, and where the reader is.
fn settled(html: &str) -> String {
    let mut rest = html.to_owned();
    for attribute in ["hidden", "open", "aria-current", "data-here", "width"] {
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

#[wasm_bindgen_test]
async fn the_prerendered_story_comes_to_life_unchanged() {
    // Without the page's style the map would push the sections out of reach, where they sleep on.
    let style = document().create_element("style").expect("an element");
    style.set_text_content(Some("svg { display: none }"));
    document().body().expect("a body").append_child(&style).expect("a child");
    let host = document().create_element("div").expect("an element");
    host.set_inner_html(&STORY.replace(">\n<", "><"));
    document().body().expect("a body").append_child(&host).expect("a child");
    find("[data-fact=heron-speed]").set_attribute("open", "").expect("an attribute");
    let before = settled(&host.inner_html());

    entry::main();
    for place in ["#harbour ", "#outward ", ""] {
        // A section sleeps until it is near.
        find(&format!("{place}[data-counter]")).scroll_into_view();
        let hidden = format!("{place}[data-action][hidden]");
        until(|| document().query_selector_all(&hidden).is_ok_and(|hidden| hidden.length() == 0)).await;
    }

    let counters: Vec<_> = ["[data-root=tools]", "#harbour", "#outward"]
        .iter()
        .map(|root| text(&format!("{root} [data-counter]")))
        .collect();
    assert_eq!(counters, ["1 of 3 open", "0 of 1 open", "1 of 2 open"], "a card opened early is counted");
    let mut after = settled(&host.inner_html());
    for (counted, still) in counters.iter().zip(["3 fact cards", "1 fact cards", "2 fact cards"]) {
        after = after.replacen(&format!(">{counted}<"), &format!(">{still}<"), 1);
    }
    let differs = after.split('<').zip(before.split('<')).find(|(after, before)| after != before);
    assert_eq!(differs, None, "nothing else has changed");
    assert!(!host.inner_html().contains("<!--<"), "Yew has taken its marks away");

    click("[data-root=tools] [data-action=expand-all]");
    until(|| text("[data-root=tools] [data-counter]") == "3 of 3 open").await;
    click("#outward [data-action=collapse-all]");
    until(|| text("[data-root=tools] [data-counter]") == "1 of 3 open").await;
    assert_eq!(text("#outward [data-counter]"), "0 of 2 open");

    click("[data-fact=heron-left] > summary");
    until(|| text("#outward [data-counter]") == "1 of 2 open").await;
}
