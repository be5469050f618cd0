//! Preferences: theme, contrast, text size, motion, single-key shortcuts; and the list of shortcuts.
//!
//! The browser opens the dialog even before the program runs. Choices made until then apply once the island is mounted.

mod preference;
mod shortcuts;

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

pub use self::preference::Preference;
use self::preference::PreferenceValues;
use self::shortcuts::shortcut_list;
use crate::hooks::{ListenOn, attempt, focus, use_dialog, use_event, use_hotkeys};
use crate::hotkeys;
use crate::islands::Island;
use crate::ui_text::PreferencesText;

/// Props of [`Preferences`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct PreferencesProps {
    /// The labels.
    pub text: PreferencesText,
    /// Label of the button that closes the dialog.
    pub close: String,
    /// The page's hotkeys, one character each.
    pub hotkeys: String,
}

/// Mounted at start, because the key `?` opens the dialog anywhere.
impl Island for Preferences {
    const NAME: &'static str = "preferences";
}

/// The dialog's id and class.
const ID: &str = "preferences";

/// The button that opens the dialog, and the dialog. Each preference is a group of radio buttons, the default first.
#[component]
pub fn Preferences(props: &PreferencesProps) -> Html {
    let PreferencesProps { text, close, hotkeys } = props;
    let values = use_state(PreferenceValues::of_page);
    let dialog = use_dialog();
    let keys = use_node_ref();

    // first-paint.js, which listens before, has applied what another tab has chosen.
    let follow = {
        let set = values.setter();
        move |_: &Event| set.set(PreferenceValues::of_page())
    };
    use_event(ListenOn::Window, "storage", follow.clone());
    use_event(ListenOn::Window, "pageshow", follow);
    {
        let (dialog, keys) = (dialog.clone(), keys.clone());
        use_hotkeys(move |key| {
            if key == hotkeys::HELP {
                dialog.open();
                attempt(|| focus::focus_node(&keys));
            }
            key == hotkeys::HELP
        });
    }
    let on_open = {
        let dialog = dialog.clone();
        Callback::from(move |_| dialog.set_open_fallback(true))
    };
    let on_close = {
        let dialog = dialog.clone();
        Callback::from(move |_| dialog.set_open_fallback(false))
    };
    let group = |preference: Preference, label: AttrValue, labels: &[AttrValue]| {
        let radios = preference.values().iter().copied().zip(labels).map(|(value, label)| {
            let set = values.setter();
            let onchange = Callback::from(move |_: Event| {
                preference::save(preference, value);
                set.set(PreferenceValues::of_page());
            });
            let checked = values.get(preference) == value;
            html! {
                <label>
                    <input type="radio" name={preference.name()} {value} {checked} {onchange} />{label}
                </label>
            }
        });
        html! { <fieldset><legend>{label}</legend>{for radios}</fieldset> }
    };
    let sizes = [text.size_standard(), text.size_large(), text.size_larger(), text.size_largest()];
    html! {
        <>
            <button
                type="button"
                data-action="open-preferences"
                aria-keyshortcuts="?"
                aria-label={[&*text.symbol(), ", ", &text.button_label()].concat()}
                commandfor={ID}
                command="show-modal"
                onclick={on_open}
            >
                {text.symbol()}
            </button>
            <dialog ref={&dialog.node} id={ID} class={ID} aria-labelledby="preferences-title">
                <h2 id="preferences-title">{text.title()}</h2>
                {group(Preference::Theme, text.theme(), &[text.theme_system(), text.theme_light(), text.theme_dark()])}
                {group(Preference::Contrast, text.contrast(), &[text.contrast_system(), text.contrast_high()])}
                {group(Preference::Size, text.size(), &sizes)}
                {group(Preference::Motion, text.motion(), &[text.motion_system(), text.motion_reduced()])}
                <h3 ref={keys} data-ref="keys" tabindex="-1">{text.keys()}</h3>
                {shortcut_list(hotkeys, text)}
                {group(Preference::Keys, text.single_key(), &[text.single_key_on(), text.single_key_off()])}
                <p class="hint">{text.hint()}</p>
                <p class="dialog-actions">
                    <button type="button" commandfor={ID} command="close" onclick={on_close}>{close}</button>
                </p>
            </dialog>
        </>
    }
}
