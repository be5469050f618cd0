//! Where the reader is: marks the link of the section that crosses the upper part of the window. Knows the links and the
//! sections they lead to, nothing of what else stands there.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::document;
use super::roots::elements;

/// The link that a section is marked by, and the mark.
const LINKS: &str = ".beside a";
const MARK: &str = "aria-current";

/// Follows the reader from section to section; in a page without such links there is nothing to follow.
pub fn follow() {
    let links = elements(LINKS);
    let Some(document) = document().filter(|_| !links.is_empty()) else { return };
    let sections = links.iter().filter_map(|link| document.get_element_by_id(&anchor(link)?));
    let sections: Vec<_> = sections.collect();
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
            let id = entry.target().id();
            for link in links.iter().filter(|link| anchor(link).is_some_and(|anchor| anchor == id)) {
                let _ = if entry.is_intersecting() {
                    link.set_attribute(MARK, "location")
                } else {
                    link.remove_attribute(MARK)
                };
            }
        }
    })
    .into_js_value();
    // A line across the window rather than an area: one section at a time is on it.
    let options = IntersectionObserverInit::new();
    options.set_root_margin("-30% 0px -70% 0px");
    if let Ok(observer) = IntersectionObserver::new_with_options(seen.unchecked_ref(), &options) {
        sections.iter().for_each(|section| observer.observe(section));
    }
}

fn anchor(link: &Element) -> Option<String> {
    Some(link.get_attribute("href")?.strip_prefix('#')?.to_owned())
}
