//! Lights up a card while its sentence is pointed at, and the sentence while its card is.

use yew::prelude::*;

use crate::hooks::{Element, ElementExt, Event, Target, dom, events, use_event};

/// The class of what is lit.
const LIT: &str = "lit";

/// Follows pointer and focus.
#[hook]
pub(super) fn use_evidence_highlight() {
    let lit = use_mut_ref(Vec::<Element>::new);
    let light = move |event: &Event| {
        let partners = events::target(event).map(|target| partners(&target)).unwrap_or_default();
        let before = lit.replace(partners.clone());
        if before != partners {
            before.iter().for_each(|element| element.set_class(LIT, false));
            partners.iter().for_each(|element| element.set_class(LIT, true));
        }
    };
    use_event(Target::Document, "mouseover", light.clone());
    use_event(Target::Document, "focusin", light);
}

/// The card of a link in the prose, or the links to a card.
fn partners(target: &Element) -> Vec<Element> {
    if let Some(link) = target.nearest(".passage a[data-fact-link]") {
        let card =
            dom::by_id(&link.attribute("data-fact-link")).ok().and_then(|anchor| anchor.nearest(".fact"));
        return card.into_iter().collect();
    }
    match target.nearest(".fact") {
        Some(card) => dom::find_all(&["a[data-fact-link='", &card.anchor(), "']"].concat()),
        None => Vec::new(),
    }
}
