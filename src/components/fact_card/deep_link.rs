//! Syncs the URL fragment with cards: writes the opened card's id, and focuses the card that the fragment names.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::evidence_highlight::use_evidence_highlight;
use crate::hooks::timers::{queue_task, use_after_paint};
use crate::hooks::{
    Element, ElementExt, Target, attempt, cards, events, focus, scroll, url, use_event, use_mount,
};
use crate::islands::Island;

/// No props.
#[derive(Clone, Debug, Default, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct DeepLinkProps {}

impl Island for DeepLink {
    const NAME: &'static str = "deep-link";
}

/// Listens for as long as the page lives. Renders nothing.
#[component]
pub fn DeepLink(_: &DeepLinkProps) -> Html {
    use_evidence_highlight();
    use_mount(|| {
        // Cards that the first use of a control has opened or closed, before this listened.
        cards::clear_bulk_toggled();
        // The reader may have moved on since the page was opened.
        open_linked_card(NavigationKind::Restored);
    });

    let is_link_navigation = use_mut_ref(|| false);
    // The last followed link, which gets its place in the window and the focus back.
    let followed_link = use_mut_ref(|| None::<(Element, f64)>);
    {
        let (is_link_navigation, followed_link) = (is_link_navigation.clone(), followed_link.clone());
        use_event(Target::Window, "hashchange", move |_| {
            if is_link_navigation.replace(false) {
                return open_linked_card(NavigationKind::Followed);
            }
            open_linked_card(NavigationKind::Restored);
            if let Some((link, top)) = followed_link.take() {
                restore_place(&link, top);
            }
        });
    }
    use_event(Target::Window, "click", move |event| {
        let link = events::target_element(event).and_then(|target| target.nearest("a[href^='#']"));
        // A press that opened a preview is prevented.
        let is_followed = !event.default_prevented() && !events::has_modifier(event);
        let Some(link) = link.filter(|_| is_followed) else { return };
        let is_current_fragment =
            link.attribute("href").strip_prefix('#').map(str::to_owned) == url::fragment();
        *is_link_navigation.borrow_mut() = !is_current_fragment;
        let top = scroll::top_of(&link);
        *followed_link.borrow_mut() = Some((link, top));
        if !is_current_fragment {
            // Otherwise Back would jump to it instead of restoring the scroll position.
            attempt(|| url::replace_fragment(None));
        }
        let (is_link_navigation, event) = (is_link_navigation.clone(), event.clone());
        // Later, because other handlers may still prevent it.
        queue_task(move || {
            if event.default_prevented() {
                *is_link_navigation.borrow_mut() = false;
            } else if is_current_fragment {
                // `hashchange` does not fire.
                open_linked_card(NavigationKind::Followed);
            }
        });
    });

    // Writes the fragment at most once per frame, after the paint: browsers limit `replaceState`. Skips a fragment
    // that has changed since, by Back or another link.
    let pending = use_mut_ref(|| None::<PendingFragment>);
    let write = {
        let pending = pending.clone();
        use_after_paint(Callback::from(move |()| {
            if let Some(PendingFragment { from, to }) = pending.take()
                && from == url::fragment()
            {
                attempt(|| url::replace_fragment(to.as_deref()));
            }
        }))
    };
    use_event(Target::Document, "toggle", move |event| {
        let Some((card, open)) = cards::toggled_card(event) else { return };
        let id = card.attribute("data-fact");
        let here = url::fragment();
        if cards::take_bulk_toggled(&card) && (open || here.as_ref() != Some(&id)) {
            return;
        }
        let PendingFragment { from, to } =
            pending.take().unwrap_or_else(|| PendingFragment { from: here.clone(), to: here });
        let to = if open { Some(id) } else { to.filter(|named| *named != id) };
        *pending.borrow_mut() = Some(PendingFragment { from, to });
        write.emit(());
        if open {
            attempt(|| focus::focus_card(&card));
        }
    });
    Html::default()
}

/// A pending change of the fragment.
struct PendingFragment {
    /// The fragment when the change was requested.
    from: Option<String>,
    /// The fragment to write.
    to: Option<String>,
}

#[derive(PartialEq)]
enum NavigationKind {
    /// The page was opened here some time ago, or the reader went back: they are where they left it.
    Restored,
    /// The reader has just followed a link.
    Followed,
}

/// Puts a link back where it was in the window, and focuses it. A card that opened above has moved it since. Leaves a
/// link that is further away: the reader went back to another place.
fn restore_place(link: &Element, top: f64) {
    let moved = scroll::top_of(link) - top;
    if moved.abs() < scroll::window_height() {
        attempt(|| scroll::scroll_by(moved));
        attempt(|| focus::focus(link));
    }
}

/// Opens the card that the address names, and moves the focus there.
fn open_linked_card(kind: NavigationKind) {
    let Some((card_box, card)) = url::fragment().and_then(|id| cards::open_at(&id)) else { return };
    let _ = card.set_attribute("data-deep-linked", "");
    if kind == NavigationKind::Followed {
        scroll::scroll_to(&card_box);
    } else if !scroll::is_in_view(&card_box) || focus::is_field_focused() {
        return;
    }
    attempt(|| focus::focus_card(&card));
}
