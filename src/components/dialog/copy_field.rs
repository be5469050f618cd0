//! A field with a copy button, and the status message.

use yew::prelude::*;

use crate::components::changing_text::changing_text;
use crate::hooks::{clipboard, spawn_local};
use crate::ui_text::DialogText;

/// Props of [`CopyField`].
#[derive(Properties, PartialEq)]
pub(crate) struct CopyFieldProps {
    pub(crate) id: &'static str,
    pub(crate) label: AttrValue,
    /// The text; empty while it loads.
    pub(crate) value: AttrValue,
    /// Height in lines; `None` for a field of one line.
    #[prop_or_default]
    pub(crate) rows: Option<&'static str>,
    /// The label of the copy button.
    pub(crate) button_label: AttrValue,
    /// Called with the field when the button is pressed.
    pub(crate) on_copy: Callback<NodeRef>,
    /// Reference to the field, if the dialog needs it.
    #[prop_or_default]
    pub(crate) field_ref: Option<NodeRef>,
}

/// A labelled field with a copy button. The text is visible, so that readers can copy it where the browser forbids it.
#[component]
pub(crate) fn CopyField(props: &CopyFieldProps) -> Html {
    let CopyFieldProps { id, label, value, button_label, .. } = props;
    let own = use_node_ref();
    let node = props.field_ref.clone().unwrap_or(own);
    let onclick = {
        let node = node.clone();
        props.on_copy.reform(move |_| node.clone())
    };
    let field = match props.rows {
        None => html! { <input ref={node} id={*id} {value} readonly=true /> },
        Some(rows) => {
            html! { <textarea ref={node} id={*id} {value} rows={rows} readonly=true spellcheck="false" /> }
        }
    };
    html! {
        <div class="field-row">
            <label for={*id}>{label}</label>
            {field}
            <button type="button" data-copy={*id} disabled={value.is_empty()} {onclick}>
                {button_label}<span class="visually-hidden">{": "}{label}</span>
            </button>
        </div>
    }
}

/// What [`use_copy`] returns.
pub(crate) struct CopyState {
    /// The status message of the last copy.
    pub(crate) status: Html,
    /// Copies a field.
    pub(crate) copy: Callback<NodeRef>,
    /// Clears the message.
    pub(crate) clear: Callback<()>,
}

/// Copies fields and reports the result. Selects a field that could not be copied.
#[hook]
pub(crate) fn use_copy(text: &DialogText) -> CopyState {
    let outcome = use_state_eq(|| None::<bool>);
    let clear = {
        let set = outcome.setter();
        Callback::from(move |()| set.set(None))
    };
    let copy = {
        let (set, clear) = (outcome.setter(), clear.clone());
        Callback::from(move |field: NodeRef| {
            // Cleared first, so that a repeated message is announced again.
            clear.emit(());
            let set = set.clone();
            spawn_local(async move {
                set.set(Some(clipboard::copy(&field).await));
            });
        })
    };
    let message = match *outcome {
        None => AttrValue::default(),
        Some(true) => text.copied(),
        Some(false) => text.selected(),
    };
    let status = html! { <span class="dialog-status" role="status">{changing_text(&message)}</span> };
    CopyState { status, copy, clear }
}
