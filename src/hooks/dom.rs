//! Finds and reads elements of the document.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, Window};
use yew::NodeRef;

pub use web_sys::Element;

/// The result of a browser call or of a search for an element.
pub type BrowserResult<T = ()> = Result<T, JsValue>;

/// Runs a step that may fail. Development builds log the error.
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
    // Components are also rendered during the build, without a browser.
    if cfg!(not(target_arch = "wasm32")) {
        return Err(JsValue::UNDEFINED);
    }
    web_sys::window().ok_or_else(|| not_found_error("window"))
}

pub(crate) fn document() -> BrowserResult<Document> {
    window()?.document().ok_or_else(|| not_found_error("document"))
}

/// The `<html>` element.
pub fn html_element() -> BrowserResult<Element> {
    document()?.document_element().ok_or_else(|| not_found_error("html"))
}

/// The first matching element of the page.
pub fn find(selector: &str) -> BrowserResult<Element> {
    html_element()?.find(selector)
}

/// All matching elements of the page.
pub fn find_all(selector: &str) -> Vec<Element> {
    html_element().map(|html| html.find_all(selector)).unwrap_or_default()
}

/// The number of matching elements of the page.
pub fn count(selector: &str) -> usize {
    html_element()
        .and_then(|html| html.query_selector_all(selector))
        .map_or(0, |found| found.length() as usize)
}

/// The element that a component has rendered with this reference.
pub fn element(node: &NodeRef) -> BrowserResult<Element> {
    node.cast().ok_or_else(|| not_found_error("NodeRef"))
}

/// The element with an id.
pub fn by_id(id: &str) -> BrowserResult<Element> {
    document()?.get_element_by_id(id).ok_or_else(|| not_found_error(id))
}

/// Whether the browser supports a property of an element.
pub(super) fn has_property(element: &Element, name: &str) -> bool {
    Reflect::get(element, &name.into()).is_ok_and(|value| !value.is_undefined())
}

/// The focused element.
pub fn active_element() -> Option<Element> {
    document().ok()?.active_element()
}

/// The `.anchor` at the start of an element, or in the first header cell of a table row.
const ANCHOR: &str = ":scope > .anchor:first-child, :scope > th:first-child > .anchor:first-child";

/// Reads and changes an element. Whitespace in text is collapsed.
pub trait ElementExt {
    /// The first matching descendant.
    fn find(&self, selector: &str) -> BrowserResult<Element>;
    /// All matching descendants.
    fn find_all(&self, selector: &str) -> Vec<Element>;
    /// The element itself or its nearest matching ancestor.
    fn nearest(&self, selector: &str) -> Option<Element>;
    /// The text.
    fn text(&self) -> String;
    /// The text of the first matching descendant; empty if there is none.
    fn text_of(&self, selector: &str) -> String;
    /// The value of an attribute; empty if it is missing.
    fn attribute(&self, name: &str) -> String;
    /// The id for links to the element: its own, or that of the anchor at its start. Empty if there is none.
    fn anchor_id(&self) -> String;
    /// The value of a field; empty for other elements.
    fn value(&self) -> String;
    /// Sets the value of a field.
    fn set_value(&self, value: &str) -> BrowserResult;
    /// Clicks the element.
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
