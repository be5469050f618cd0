//! What the page's dialogs look like alike: their frame, and a field beside the control that copies it. Knows nothing
//! of what is in them.

use yew::prelude::*;

use crate::content::ui_text::ShareText;

/// A dialog with a heading, its content, a line that tells what came of copying, and its last row of controls. `kind`
/// is its class, and marks its parts.
pub(crate) fn dialog(
    kind: &'static str,
    title: &str,
    content: Html,
    controls: Html,
    words: &ShareText,
) -> Html {
    let content = html! {
        <>
            {content}
            <p class="dialog-status" role="status" data-copied={words.copied.clone()} data-selected={words.selected.clone()}></p>
        </>
    };
    plain(kind, title, content, controls, words)
}

/// The same where nothing is copied. It stands in a template, outside of the page, until a script asks for it: a browser
/// goes through every form of a page, the longer the page the longer, as soon as it has been read.
pub(crate) fn plain(
    kind: &'static str,
    title: &str,
    content: Html,
    controls: Html,
    words: &ShareText,
) -> Html {
    let heading = format!("{kind}-title");
    html! {
        <template data-dialog={kind}>
            <dialog class={kind} aria-labelledby={heading.clone()}>
                <form method="dialog">
                    <h2 id={heading}>{title}</h2>
                    {content}
                    <p class="dialog-actions">
                        {controls}
                        <button>{&words.close}</button>
                    </p>
                </form>
            </dialog>
        </template>
    }
}

/// A field under its label, beside the control that copies it.
pub(crate) fn row(id: &'static str, label: &str, field: Html, words: &ShareText) -> Html {
    html! {
        <div class="row">
            <label for={id}>{label}</label>
            {field}
            <button type="button" data-copy={id}>{&words.copy}<span class="visually-hidden">{": "}{label}</span></button>
        </div>
    }
}
