//! The controls of all cards of a page: the count of open cards, Open all, Close all.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use crate::components::live_region::LiveRegion;
use crate::hooks::timers::use_next_frame;
use crate::hooks::{ListenOn, cards, scroll, use_event, use_hotkeys, use_mount};
use crate::hotkeys;
use crate::islands::Island;
use crate::template::fill;
use crate::ui_text::CardControlsText;

/// The pause before the count is announced, in milliseconds.
const ANNOUNCE_DELAY: i32 = 500;

/// Props of [`CardControls`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct CardControlsProps {
    /// The labels.
    pub text: CardControlsText,
    /// The number of cards.
    pub total: usize,
}

impl Island for CardControls {
    const NAME: &'static str = "card-controls";
}

/// Counts the open cards, and opens or closes all. Counts again after each change, because the page has the only state.
#[component]
pub fn CardControls(props: &CardControlsProps) -> Html {
    let open = use_state_eq(|| 0);
    // Whether to announce the count. Cards that Open all opens may be out of view.
    let is_announced = use_state_eq(|| false);
    // Runs once before the next paint, however many cards were toggled.
    let recount = {
        let open = open.setter();
        use_next_frame(Callback::from(move |()| open.set(cards::count_open())))
    };
    {
        let recount = recount.clone();
        use_mount(move || recount.emit(()));
    }
    // `toggle` fires after the frame that shows the card. A count then would lay out the page twice. So the click shows
    // the expected count, and `toggle` corrects it.
    {
        let (open, is_announced, recount) = (open.setter(), is_announced.setter(), recount.clone());
        use_event(ListenOn::Document, "click", move |event| {
            if let Some(count) = cards::predict_open_count(event) {
                open.set(count);
                // The card itself announces that it is open.
                is_announced.set(false);
                recount.emit(());
            }
        });
    }
    {
        let recount = recount.clone();
        use_event(ListenOn::Document, "toggle", move |event| {
            if cards::toggled_details(event).is_some() {
                recount.emit(());
            }
        });
    }
    let set_all = {
        let is_announced = is_announced.setter();
        Callback::from(move |(section, should_open): (Option<String>, bool)| {
            scroll::preserve_scroll_position(|| cards::set_all(section.as_deref(), should_open));
            is_announced.set(true);
            recount.emit(());
        })
    };
    use_hotkeys({
        let set_all = set_all.clone();
        move |key| {
            let section = (key == hotkeys::ALL_CARDS).then(scroll::section_being_read).flatten();
            section.is_some_and(|section| {
                let section = section.id();
                let should_open = cards::has_closed(&section);
                set_all.emit((Some(section), should_open));
                true
            })
        }
    });
    let text = &props.text;
    let template = fill(&text.count(), &[("total", &props.total.to_string())]);
    let count = AttrValue::from(fill(&template, &[("open", &open.to_string())]));
    let announcement = if *is_announced { count.clone() } else { AttrValue::default() };
    html! {
        <div class="card-controls" role="group" aria-label={text.group()}>
            <p aria-hidden="true">{text.group()}</p>
            // Like `changing_text`, with the template for boot.js, which counts until the island is alive.
            <p><span key={&*count} data-counter={template}>{&count}</span></p>
            <button type="button" data-action="expand-all" onclick={set_all.reform(|_| (None, true))}>{text.open_all()}</button>
            <button type="button" data-action="collapse-all" onclick={set_all.reform(|_| (None, false))}>{text.close_all()}</button>
            <LiveRegion text={announcement} delay_ms={ANNOUNCE_DELAY} />
        </div>
    }
}
