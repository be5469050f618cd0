//! The control that opens the reader's choices, and their dialog: colours, text size, motion, single keys, and the sheet
//! of keys.

use yew::prelude::*;

use crate::components::dialog::plain;
use crate::content::ui_text::{PreferencesText, UiText};

/// Which keys lead somewhere on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailableShortcuts {
    /// Those for cards, for sharing, and for what comes before and after.
    pub facts: bool,
    /// That of the search.
    pub search: bool,
}

/// Opens the dialog. Hidden until a script can answer it.
pub fn preferences_control(words: &PreferencesText) -> Html {
    html! { <button type="button" data-action="theme" aria-keyshortcuts="?">{&words.reading}</button> }
}

/// The dialog, once on every page that is not made for a frame. A choice is a group of radio buttons whose name is that
/// of its mark on the page, and whose values are those of the mark; the first is none.
pub fn preferences_dialog(keyed: AvailableShortcuts, words: &UiText) -> Html {
    let UiText { preferences, share, .. } = words;
    let content = html! {
        <>
            {choice("theme", &preferences.theme, ["", "light", "dark", "contrast"], &preferences.themes)}
            {choice("size", &preferences.size, ["", "2", "3", "4"], &preferences.sizes)}
            {choice("motion", &preferences.motion, ["", "less"], &preferences.motions)}
            <h3 data-preferences="keys" tabindex="-1">{&preferences.keys}</h3>
            <dl>{for keys(keyed, preferences).map(|(key, does)| html! {
                <div><dt><kbd>{key}</kbd></dt>{" "}<dd>{does}</dd></div>
            })}</dl>
            {choice("keys", &preferences.single, ["", "off"], &preferences.singles)}
            <p class="hint">{&preferences.hint}</p>
        </>
    };
    plain("preferences", &preferences.title, content, Html::default(), share)
}

fn choice<const N: usize>(
    name: &'static str,
    label: &str,
    values: [&'static str; N],
    labels: &[String; N],
) -> Html {
    html! {
        <fieldset>
            <legend>{label}</legend>
            {for values.into_iter().zip(labels).map(|(value, label)| html! {
                <label><input type="radio" {name} {value} checked={value.is_empty()} />{label}</label>
            })}
        </fieldset>
    }
}

fn keys(keyed: AvailableShortcuts, words: &PreferencesText) -> impl Iterator<Item = (&str, &String)> {
    let AvailableShortcuts { facts, search } = keyed;
    [
        (true, "?", &words.key_sheet),
        (search, "/", &words.key_search),
        (facts, "n", &words.key_next),
        (facts, "p", &words.key_previous),
        (facts, "o", &words.key_cards),
        (facts, "s", &words.key_share),
        (true, words.escape.as_str(), &words.key_escape),
    ]
    .into_iter()
    .filter_map(|(leads, key, does)| leads.then_some((key, does)))
}
