//! The dialog that shares and cites the card, section or page around the pressed button.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::citation::Citation;
use super::target::{PageUrls, ShareTarget, default_share_element};
use super::text_fragment::TextFragment;
use crate::components::changing_text::changing_text;
use crate::components::dialog::{CopyField, CopyState, DialogFrame, empty_dialog, use_copy};
use crate::hooks::{
    Element, attempt, clipboard, focus, selection, url, use_action, use_dialog_with_request, use_hotkeys,
};
use crate::hotkeys;
use crate::islands::Island;
use crate::ui_text::{DialogText, ShareText};

const CLASS: &str = "share";

/// Props of [`ShareDialog`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct ShareDialogProps {
    /// The labels.
    pub text: ShareText,
    /// The labels that all dialogs share.
    pub dialog_text: DialogText,
    /// Label of the button that opens the embed dialog.
    pub embed_label: String,
    /// The story's URL, relative to the page.
    pub story_url: String,
    /// The path from the page to its preview image.
    pub image_url: String,
}

impl Island for ShareDialog {
    const NAME: &'static str = "share-dialog";
    const ACTIONS: &'static str = "share cite";
}

/// What the dialog is opened for.
struct ShareRequest {
    target: ShareTarget,
    /// A link to the text that the reader has selected.
    selection: Option<String>,
    /// Whether the citation is focused.
    focuses_citation: bool,
}

/// A link to the selected text. `None` without a selection, or if no link can identify it.
fn selection_link() -> Option<String> {
    let fragment = TextFragment::of(&selection::read()?)?;
    Some([url::absolute("./").ok()?.as_str(), "#:~:text=", &fragment.directive(url::encode)].concat())
}

/// Opens for every share and cite button of the page. Renders no content before the first press.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let ShareDialogProps { text, dialog_text, embed_label, story_url, image_url } = props;
    let CopyState { status, copy: on_copy, clear } = use_copy(dialog_text);
    let (link_field, format_select) = (use_node_ref(), use_node_ref());
    let (dialog, request, open) = {
        let (link_field, format_select) = (link_field.clone(), format_select.clone());
        use_dialog_with_request(move |_, request: &ShareRequest| {
            clear.emit(());
            let first = if request.focuses_citation { &format_select } else { &link_field };
            attempt(|| focus::focus_node(first));
        })
    };
    let open_at = {
        let (story_url, image_url) = (story_url.clone(), image_url.clone());
        Callback::from(move |(element, focuses_citation): (Element, bool)| {
            attempt(|| {
                let target =
                    ShareTarget::around(&element, PageUrls { story_url: &story_url, image_url: &image_url })?;
                open.emit(ShareRequest { target, selection: selection_link(), focuses_citation });
                Ok(())
            });
        })
    };
    use_action("share", {
        let open_at = open_at.clone();
        move |control| open_at.emit((control, false))
    });
    use_action("cite", {
        let open_at = open_at.clone();
        move |control| open_at.emit((control, true))
    });
    use_hotkeys(move |key| {
        if key == hotkeys::SHARE {
            attempt(|| default_share_element().map(|element| open_at.emit((element, false))));
        }
        key == hotkeys::SHARE
    });
    let Some(request) = request else { return empty_dialog(CLASS, &dialog) };
    let target = &request.target;
    let field = |id, label: &str, value: &str, rows, field_ref: Option<NodeRef>| {
        let (label, value) = (label.to_owned(), value.to_owned());
        html! { <CopyField {id} {label} {value} {rows} {field_ref} button_label={dialog_text.copy()} on_copy={&on_copy} /> }
    };
    let message_text = [&target.text, " ", &target.link].concat();
    let content = html! {
        <>
            <p class="shared-title" data-ref="title">{changing_text(&target.title.clone().into())}</p>
            {field("share-link", &text.link(), &target.link, None, Some(link_field))}
            {for request.selection.iter().map(|selection| {
                field("share-selection", &text.selection(), selection, None, None)
            })}
            {field("share-text", &text.text(), &message_text, Some("3"), None)}
            <Citation text={text.clone()} copy={dialog_text.copy()} page={target.link.clone()} node={format_select} on_copy={&on_copy} />
            <p class="share-image">
                <img src={target.image.clone()} loading="lazy" alt={text.image_alt()} width="1200" height="630" />
                <a data-ref="image" href={target.image.clone()} download="">{text.download_image()}</a>
            </p>
        </>
    };
    let on_send = {
        let request = request.clone();
        // Systems append the link to the text themselves.
        Callback::from(move |_| {
            let ShareTarget { title, text, link, .. } = &request.target;
            clipboard::share(title, text, link);
        })
    };
    let actions = html! {
        <>
            {status}
            <button type="button" data-action="embed" data-link={target.link.clone()}>{embed_label}</button>
            if clipboard::can_share() {
                <button type="button" data-ref="send" onclick={on_send}>{text.share_via()}</button>
            }
        </>
    };
    let frame = DialogFrame {
        class: CLASS,
        dialog: &dialog,
        title: text.title(),
        close: dialog_text.close(),
        onclose: Callback::noop(),
    };
    frame.view(content, actions)
}
