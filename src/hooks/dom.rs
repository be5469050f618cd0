//! Finds elements of the document, and reads them.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, Window};

pub use web_sys::Element;

/// The result of a browser call, or of looking for something that may be missing.
pub type BrowserResult<T = ()> = Result<T, JsValue>;

/// Runs a step that may fail; a development build logs why it failed.
pub fn attempt(step: impl FnOnce() -> BrowserResult) {
    if let Err(error) = step() {
        log(&error);
    }
}

fn log(error: &JsValue) {
    if cfg!(debug_assertions) {
        web_sys::console::warn_1(error);
    }
}

pub(crate) fn not_found_error(what: &str) -> JsValue {
    JsValue::from_str(what)
}

pub(crate) fn window() -> BrowserResult<Window> {
    // Components are rendered at build too, without a browser.
    if cfg!(not(target_arch = "wasm32")) {
        return Err(JsValue::UNDEFINED);
    }
    web_sys::window().ok_or_else(|| not_found_error("window"))
}

pub(crate) fn document() -> BrowserResult<Document> {
    window()?.document().ok_or_else(|| not_found_error("document"))
}

/// `<html>`.
pub fn root() -> BrowserResult<Element> {
    document()?.document_element().ok_or_else(|| not_found_error("html"))
}

/// The first element of the page that matches.
pub fn find(selector: &str) -> BrowserResult<Element> {
    document()?.query_selector(selector)?.ok_or_else(|| not_found_error(selector))
}

/// Every element of the page that matches.
pub fn find_all(selector: &str) -> Vec<Element> {
    root().map(|root| root.find_all(selector)).unwrap_or_default()
}

/// How many elements of the page match.
pub fn count(selector: &str) -> usize {
    let found = document().and_then(|document| document.query_selector_all(selector));
    found.map_or(0, |found| found.length() as usize)
}

/// The element with an id.
pub fn by_id(id: &str) -> BrowserResult<Element> {
    document()?.get_element_by_id(id).ok_or_else(|| not_found_error(id))
}

/// Whether the browser knows a property of an element.
pub(super) fn has_property(element: &Element, name: &str) -> bool {
    js_sys::Reflect::get(element, &name.into()).is_ok_and(|value| !value.is_undefined())
}

/// The element that has the focus.
pub fn active_element() -> Option<Element> {
    document().ok()?.active_element()
}

/// The `.anchor` that an element starts with; in a table row, the one in its first header cell.
const ANCHOR: &str = ":scope > .anchor:first-child, :scope > th:first-child > .anchor:first-child";

/// Reading and changing an element. Text has single spaces.
pub trait ElementExt {
    /// The first descendant that matches.
    fn find(&self, selector: &str) -> BrowserResult<Element>;
    /// Every descendant that matches.
    fn find_all(&self, selector: &str) -> Vec<Element>;
    /// The element itself or the nearest ancestor that matches.
    fn nearest(&self, selector: &str) -> Option<Element>;
    /// The text.
    fn text(&self) -> String;
    /// The text of the first descendant that matches; empty if there is none.
    fn text_of(&self, selector: &str) -> String;
    /// An attribute; empty if there is none.
    fn attribute(&self, name: &str) -> String;
    /// The id that links target: its own, or its leading anchor's. Empty if there is none.
    fn anchor_id(&self) -> String;
    /// The value of a field; empty if it is none.
    fn value(&self) -> String;
    /// Sets the value of a field.
    fn set_value(&self, value: &str) -> BrowserResult;
    /// Clicks it.
    fn click(&self);
    /// Adds or removes a class.
    fn set_class(&self, name: &str, on: bool);
}

impl ElementExt for Element {
    fn find(&self, selector: &str) -> BrowserResult<Element> {
        self.query_selector(selector)?.ok_or_else(|| not_found_error(selector))
    }

    fn find_all(&self, selector: &str) -> Vec<Element> {
        let Ok(list) = self.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
    }

    fn nearest(&self, selector: &str) -> Option<Element> {
        self.closest(selector).ok()?
    }

    fn text(&self) -> String {
        self.text_content().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn text_of(&self, selector: &str) -> String {
        self.find(selector).map(|found| found.text()).unwrap_or_default()
    }

    fn attribute(&self, name: &str) -> String {
        self.get_attribute(name).unwrap_or_default()
    }

    fn anchor_id(&self) -> String {
        let own = self.id();
        if own.is_empty() { self.find(ANCHOR).map(|anchor| anchor.id()).unwrap_or_default() } else { own }
    }

    fn value(&self) -> String {
        Reflect::get(self, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
    }

    fn set_value(&self, value: &str) -> BrowserResult {
        Reflect::set(self, &"value".into(), &value.into()).map(|_| ())
    }

    fn click(&self) {
        if let Some(element) = self.dyn_ref::<HtmlElement>() {
            element.click();
        }
    }

    fn set_class(&self, name: &str, on: bool) {
        let _ = self.class_list().toggle_with_force(name, on);
    }
}

/// Inserts an empty `<span>` right after an element.
pub fn insert_span_after(element: &Element) -> BrowserResult<Element> {
    let span = document()?.create_element("span")?;
    let parent = element.parent_node().ok_or_else(|| not_found_error("parent"))?;
    parent.insert_before(&span, element.next_sibling().as_ref())?;
    Ok(span)
}
