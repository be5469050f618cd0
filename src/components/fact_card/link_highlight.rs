//! Highlights a card while its sentence is hovered or focused, and the sentence for a card.

use yew::prelude::*;

use crate::hooks::{Element, ElementExt, Event, ListenOn, dom, events, use_event};

const HIGHLIGHTED: &str = "highlighted";

/// Listens to pointer and focus.
#[hook]
pub(super) fn use_link_highlight() {
    let highlighted = use_mut_ref(Vec::<Element>::new);
    let highlight = move |event: &Event| {
        let linked_elements =
            events::target_element(event).map(|target| linked_elements(&target)).unwrap_or_default();
        let before = highlighted.replace(linked_elements.clone());
        if before != linked_elements {
            before.iter().for_each(|element| element.set_class(HIGHLIGHTED, false));
            linked_elements.iter().for_each(|element| element.set_class(HIGHLIGHTED, true));
        }
    };
    use_event(ListenOn::Document, "mouseover", highlight.clone());
    use_event(ListenOn::Document, "focusin", highlight);
}

/// The card that a link in the prose names, or the links to a card.
fn linked_elements(target: &Element) -> Vec<Element> {
    if let Some(link) = target.nearest(".passage a[data-fact-link]") {
        let card =
            dom::by_id(&link.attribute("data-fact-link")).ok().and_then(|anchor| anchor.nearest(".fact"));
        return card.into_iter().collect();
    }
    match target.nearest(".fact") {
        Some(card) => dom::find_all(&["a[data-fact-link='", &card.anchor_id(), "']"].concat()),
        None => Vec::new(),
    }
}
