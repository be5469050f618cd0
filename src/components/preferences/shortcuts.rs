//! The list of keyboard shortcuts.

use yew::prelude::*;

use crate::content::ui_text::PreferencesText;

/// The list of shortcuts. `hotkeys` is [`Page::hotkeys`](crate::routes::Page::hotkeys).
pub(super) fn shortcut_list(hotkeys: &str, text: &PreferencesText) -> Html {
    let keys = [
        ('?', &text.key_sheet),
        ('/', &text.key_search),
        ('n', &text.key_next),
        ('p', &text.key_previous),
        ('o', &text.key_cards),
        ('s', &text.key_share),
    ];
    let row = |key: String, does: &str| html! { <div><dt><kbd>{key}</kbd></dt>{" "}<dd>{does}</dd></div> };
    let rows = keys.into_iter().filter(|(key, _)| hotkeys.chars().any(|hotkey| hotkey == *key));
    html! {
        <dl>
            {for rows.map(|(key, does)| row(key.to_string(), does))}
            {row(text.escape.clone(), &text.key_escape)}
        </dl>
    }
}
