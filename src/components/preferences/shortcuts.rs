//! The list of keyboard shortcuts.

use yew::prelude::*;

use crate::hotkeys;
use crate::ui_text::PreferencesText;

/// The list of the page's shortcuts. `on_page` is [`Page::hotkeys`](crate::routes::Page::hotkeys).
pub(super) fn shortcut_list(on_page: &str, text: &PreferencesText) -> Html {
    let keys = [
        (hotkeys::HELP, text.key_shortcuts()),
        (hotkeys::SEARCH, text.key_search()),
        (hotkeys::NEXT, text.key_next()),
        (hotkeys::PREVIOUS, text.key_previous()),
        (hotkeys::ALL_CARDS, text.key_cards()),
        (hotkeys::SHARE, text.key_share()),
    ];
    let row =
        |key: AttrValue, does: AttrValue| html! { <div><dt><kbd>{key}</kbd></dt>{" "}<dd>{does}</dd></div> };
    let rows = keys.into_iter().filter(|(key, _)| on_page.chars().any(|hotkey| key.starts_with(hotkey)));
    html! {
        <dl>
            {for rows.map(|(key, does)| row(key.into(), does))}
            {row(text.escape(), text.key_escape())}
        </dl>
    }
}
