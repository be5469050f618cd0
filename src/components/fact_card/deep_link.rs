//! Syncs the URL fragment with cards: writes the id of the opened card, and focuses the card that the fragment names.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::link_highlight::use_link_highlight;
use crate::hooks::timers::{queue_task, use_after_paint};
use crate::hooks::{
    Element, ElementExt, ListenOn, attempt, cards, events, focus, scroll, url, use_event, use_mount,
};
use crate::islands::Island;

/// No props.
#[derive(Clone, Debug, Default, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct DeepLinkProps {}

impl Island for DeepLink {
    const NAME: &'static str = "deep-link";
}

/// Listens while the page is open. Renders nothing.
#[component]
pub fn DeepLink(_: &DeepLinkProps) -> Html {
    use_link_highlight();
    use_mount(|| {
        // These cards were toggled before this component listened.
        cards::clear_bulk_toggled();
        // The reader may have scrolled since the page was opened.
        open_linked_card(NavigationKind::Restored);
    });

    let is_link_navigation = use_mut_ref(|| false);
    // The link that was followed last, and its position. Back restores its position and the focus.
    let followed_link = use_mut_ref(|| None::<(Element, f64)>);
    {
        let (is_link_navigation, followed_link) = (is_link_navigation.clone(), followed_link.clone());
        use_event(ListenOn::Window, "hashchange", move |_| {
            if is_link_navigation.replace(false) {
                return open_linked_card(NavigationKind::Followed);
            }
            open_linked_card(NavigationKind::Restored);
            // The entry where the link was followed has no fragment. One that a shortcut leads to has one.
            if let Some((link, top)) = followed_link.take()
                && url::fragment().is_none()
            {
                restore_place(&link, top);
            }
        });
    }
    use_event(ListenOn::Window, "click", move |event| {
        let link = events::target_element(event).and_then(|target| target.nearest("a[href^='#']"));
        // A press that shows a preview prevents the default.
        let is_followed = !event.default_prevented() && !events::is_modified_click(event);
        let Some(link) = link.filter(|_| is_followed) else { return };
        let is_current_fragment =
            link.attribute("href").strip_prefix('#').map(str::to_owned) == url::fragment();
        *is_link_navigation.borrow_mut() = !is_current_fragment;
        let top = scroll::top_of(&link);
        *followed_link.borrow_mut() = Some((link, top));
        if !is_current_fragment {
            // With a fragment in the current history entry, Back would jump to it instead of restoring the scroll
            // position.
            attempt(|| url::replace_fragment(None));
        }
        let (is_link_navigation, event) = (is_link_navigation.clone(), event.clone());
        // In a new task, because later handlers may still prevent the click.
        queue_task(move || {
            if event.default_prevented() {
                *is_link_navigation.borrow_mut() = false;
            } else if is_current_fragment {
                // `hashchange` does not fire for the current fragment.
                open_linked_card(NavigationKind::Followed);
            }
        });
    });

    // Writes the fragment once per frame, after the paint, because browsers limit `replaceState`. Keeps a fragment that
    // has changed meanwhile, by Back or by another link.
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
    use_event(ListenOn::Document, "toggle", move |event| {
        let Some((details, open)) = cards::toggled_details(event) else { return };
        let id = details.attribute("data-fact");
        let here = url::fragment();
        if cards::take_bulk_toggled(&details) && (open || here.as_ref() != Some(&id)) {
            return;
        }
        let PendingFragment { from, to } =
            pending.take().unwrap_or_else(|| PendingFragment { from: here.clone(), to: here });
        let to = if open { Some(id) } else { to.filter(|named| *named != id) };
        *pending.borrow_mut() = Some(PendingFragment { from, to });
        write.emit(());
        if open {
            attempt(|| focus::focus_summary(&details));
        }
    });
    Html::default()
}

/// A pending change of the fragment.
struct PendingFragment {
    /// The fragment when the change was requested.
    from: Option<String>,
    to: Option<String>,
}

#[derive(PartialEq)]
enum NavigationKind {
    /// The page was opened earlier, or the reader went back. Keeps the scroll position.
    Restored,
    /// The reader has just followed a link.
    Followed,
}

/// Scrolls a link to its former position and focuses it, because a card that opened above has moved it. Does nothing if
/// the link is hidden, as in the closed contents, or far away: the reader went back to another place.
fn restore_place(link: &Element, top: f64) {
    let bounds = link.get_bounding_client_rect();
    let moved = bounds.top() - top;
    if bounds.height() > 0.0 && moved.abs() < scroll::window_height() {
        attempt(|| scroll::scroll_by(moved));
        attempt(|| focus::focus(link));
    }
}

/// Opens the card that the fragment names, and focuses it.
fn open_linked_card(kind: NavigationKind) {
    let Some((card, details)) = url::fragment().and_then(|id| cards::open_at(&id)) else { return };
    let _ = details.set_attribute("data-deep-linked", "");
    if kind == NavigationKind::Followed {
        scroll::scroll_to(&card);
    } else if !scroll::is_in_view(&card) || focus::is_field_focused() {
        return;
    }
    attempt(|| focus::focus_summary(&details));
}
