//! The sheet of keys.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use crate::content::ui_text::PreferencesText;

/// Which keys lead somewhere on a page, besides those that always do.
#[derive(Clone, Copy, Debug, Deserialize_tuple, PartialEq, Eq, Serialize_tuple)]
pub struct AvailableShortcuts {
    /// Those for cards, for sharing, and for what comes before and after.
    pub facts: bool,
    /// The key of the search.
    pub search: bool,
}

impl AvailableShortcuts {
    /// The keys and what they do.
    pub(super) fn sheet(self, text: &PreferencesText) -> Html {
        let Self { facts, search } = self;
        let keys = [
            (true, "?", &text.key_sheet),
            (search, "/", &text.key_search),
            (facts, "n", &text.key_next),
            (facts, "p", &text.key_previous),
            (facts, "o", &text.key_cards),
            (facts, "s", &text.key_share),
            (true, text.escape.as_str(), &text.key_escape),
        ];
        let rows = keys.into_iter().filter(|(leads, ..)| *leads);
        html! {
            <dl>{for rows.map(|(_, key, does)| html! { <div><dt><kbd>{key}</kbd></dt>{" "}<dd>{does}</dd></div> })}</dl>
        }
    }
}
