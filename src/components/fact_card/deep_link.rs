//! Keeps address and cards together: names the card that a reader opens, and brings the focus to the card that the
//! address names.

use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::evidence_highlight::use_evidence_highlight;
use crate::hooks::timers::{queue_task, use_after_paint};
use crate::hooks::{ElementExt, Target, attempt, cards, events, focus, scroll, url, use_event, use_mount};
use crate::islands::{Island, MountAt};

/// None: it shows nothing.
#[derive(Clone, Debug, Default, Deserialize, Properties, PartialEq, Serialize)]
pub struct DeepLinkProps {}

impl Island for DeepLink {
    const NAME: &'static str = "deep-link";
    const MOUNT: MountAt = MountAt::Start;
}

/// Follows cards and address for as long as the page lives.
#[component]
pub fn DeepLink(_: &DeepLinkProps) -> Html {
    use_evidence_highlight();
    // The reader may have moved on since the page was opened.
    use_mount(|| arrive(Arrival::Earlier));

    let followed = use_mut_ref(|| false);
    {
        let followed = followed.clone();
        use_event(Target::Window, "hashchange", move |_| {
            arrive(if followed.replace(false) { Arrival::Now } else { Arrival::Earlier });
        });
    }
    use_event(Target::Window, "click", move |event| {
        let link = events::target(event).and_then(|target| target.nearest("a[href^='#']"));
        let Some(link) = link else { return };
        let here = link.attribute("href").strip_prefix('#').map(str::to_owned) == url::fragment();
        *followed.borrow_mut() = !here;
        if here {
            // The browser tells of no change.
            queue_task(|| arrive(Arrival::Now));
        } else {
            forget_stale_fragment();
        }
    });

    // Browsers refuse an address that changes too often, so it follows once a frame; after its paint, which is for the
    // card.
    let wanted = use_mut_ref(|| None::<Option<String>>);
    let write = {
        let wanted = wanted.clone();
        use_after_paint(Callback::from(move |()| {
            if let Some(wanted) = wanted.take() {
                attempt(|| url::replace_fragment(wanted.as_deref()));
            }
        }))
    };
    use_event(Target::Document, "toggle", move |event| {
        let Some((card, open)) = cards::toggled(event) else { return };
        if cards::take_bulk(&card) {
            return;
        }
        let id = card.attribute("data-fact");
        let now = wanted.borrow().clone().unwrap_or_else(url::fragment);
        let named = now.as_deref() == Some(&id);
        *wanted.borrow_mut() = Some(if open { Some(id) } else { now.filter(|_| !named) });
        write.emit(());
        if open {
            attempt(|| focus::focus_card(&card));
        }
    });
    Html::default()
}

#[derive(PartialEq)]
enum Arrival {
    /// The page was opened here some time ago, or the reader went back: they are where they left it.
    Earlier,
    /// The reader has just followed a link.
    Now,
}

/// Opens the card that the address names, and moves the focus there.
fn arrive(arrival: Arrival) {
    let Some((place, card)) = url::fragment().and_then(|id| cards::open_at(&id)) else { return };
    let _ = card.set_attribute("data-deep-linked", "");
    if arrival == Arrival::Now {
        scroll::to(&place);
    } else if !scroll::is_in_view(&place) {
        return;
    }
    attempt(|| focus::focus_card(&card));
}

/// Before a link is followed, removes a fragment that the reader has read on from. Otherwise Back would jump to that
/// fragment instead of restoring the scroll position.
fn forget_stale_fragment() {
    let place = url::fragment().and_then(|id| crate::hooks::dom::by_id(&id).ok());
    if place.is_some_and(|place| !scroll::is_in_view(&place)) {
        attempt(|| url::replace_fragment(None));
    }
}
