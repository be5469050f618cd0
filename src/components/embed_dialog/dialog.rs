//! The embed dialog: choices, a preview, and the snippet to paste.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::form::EmbedForm;
use super::options::{EmbedOptions, EmbedTargets};
use super::preview::{EmbedPreview, INITIAL_HEIGHT};
use crate::components::changing_text::changing_text;
use crate::components::dialog::{CopyField, CopyState, DialogFrame, empty_dialog, use_copy};
use crate::components::share::link_around;
use crate::hooks::{
    Dialog, ElementExt, attempt, dialog, dom, focus, url, use_action, use_dialog_with_request,
};
use crate::islands::Island;
use crate::template::fill;
use crate::ui_text::{DialogText, EmbedText};
use crate::url_paths::FACTS;

const CLASS: &str = "embed-dialog";

/// If the dialog is narrower than this, in pixels, the preview starts at the width of a phone.
const NARROW_DIALOG_WIDTH: i32 = 700;

/// Props of [`EmbedDialog`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct EmbedDialogProps {
    /// The labels.
    pub text: EmbedText,
    /// The labels that all dialogs share.
    pub dialog_text: DialogText,
    /// What can be embedded besides the page's cards.
    pub targets: EmbedTargets,
    /// The story's URL, relative to the page.
    pub story_url: String,
}

impl Island for EmbedDialog {
    const NAME: &'static str = "embed-dialog";
    const ACTIONS: &'static str = "embed";
}

/// What the dialog is opened for.
struct EmbedRequest {
    /// The absolute URL of the site.
    site: String,
    /// Cards on the page: paths below the site's root, and titles.
    facts: Vec<(String, String)>,
}

/// Opens for every embed button of the page. Renders no content before the first press.
#[component]
pub fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let EmbedDialogProps { text, dialog_text, targets, story_url } = props;
    let options = use_state(EmbedOptions::default);
    let is_open = use_state_eq(|| false);
    // The URL that was measured, and its height.
    let measured = use_state(|| (AttrValue::default(), INITIAL_HEIGHT));
    let CopyState { status, copy: on_copy, clear } = use_copy(dialog_text);
    let target_field = use_node_ref();
    let (dialog, request, open) = {
        let (target_field, options, is_open) = (target_field.clone(), options.clone(), is_open.setter());
        use_dialog_with_request(move |dialog: &Dialog, _: &EmbedRequest| {
            clear.emit(());
            attempt(|| {
                let field = dom::element(&target_field)?;
                field.set_value(&options.path)?;
                focus::focus(&field)
            });
            is_open.set(true);
            let width = if dialog.width() < NARROW_DIALOG_WIDTH { 320 } else { 600 };
            options.set(EmbedOptions { width, ..(*options).clone() });
        })
    };
    let open_for_link = {
        let (options, story_url) = (options.clone(), story_url.clone());
        Callback::from(move |link: String| {
            attempt(|| {
                let site = url::absolute(&story_url)?;
                let facts = cards_on_page();
                let path = link.strip_prefix(&site).unwrap_or_default();
                // Few hosts have space for the whole story, so its first card is offered first.
                let first = facts.first().filter(|_| path.is_empty());
                let path = first.map_or(path, |(path, _)| path).to_owned();
                options.set(EmbedOptions { path, ..(*options).clone() });
                open.emit(EmbedRequest { site, facts });
                Ok(())
            });
        })
    };
    use_action("embed", move |control| {
        // Closes the share dialog first, so that focus returns to the button that opened it.
        dialog::close_around(&control);
        attempt(|| link_around(&control).map(|link| open_for_link.emit(link)));
    });

    let Some(request) = request else { return empty_dialog(CLASS, &dialog) };
    let url = AttrValue::from(options.url(&request.site));
    let height = if measured.0 == url { measured.1 } else { INITIAL_HEIGHT };
    let hint = options.kind.hint(text);
    let title = targets.title(&options.path, &request.facts);
    let size = [("height", &*height.to_string()), ("width", &*options.width.to_string())];
    let size = AttrValue::from(fill(&text.measured_size(), &size));
    let on_height = {
        let (measured, url) = (measured.setter(), url.clone());
        Callback::from(move |height| measured.set((url.clone(), height)))
    };
    let on_change = {
        let options = options.setter();
        Callback::from(move |chosen| options.set(chosen))
    };
    let form = EmbedForm { text, options: &options, on_change: &on_change };
    let content = html! {
        <div class="dialog-columns">
            <div class="choices">
                {form.target_select(targets, &request.facts, &target_field)}
                {form.kinds()}
                <p class="hint" data-ref="hint">{changing_text(&hint)}</p>
                {form.themes()}
                <CopyField
                    id="embed-snippet"
                    label={text.snippet()}
                    value={options.snippet(&request.site, title, height, &text.more())}
                    rows="8"
                    button_label={dialog_text.copy()}
                    {on_copy}
                />
            </div>
            <div class="embed-preview">
                {form.widths()}
                <EmbedPreview
                    label={text.preview()}
                    url={is_open.then(|| url.clone())}
                    width={options.width}
                    {height}
                    {on_height}
                />
                <p class="hint" data-ref="measured">{changing_text(&size)}</p>
            </div>
        </div>
    };
    let onclose = Callback::from(move |_| is_open.set(false));
    let frame = DialogFrame {
        class: CLASS,
        dialog: &dialog,
        title: text.title(),
        close: dialog_text.close(),
        onclose,
    };
    frame.view(content, status)
}

/// Paths and titles of the cards on the page.
fn cards_on_page() -> Vec<(String, String)> {
    let cards = dom::find_all("article.fact");
    cards.iter().map(|card| ([FACTS, &card.anchor_id(), "/"].concat(), card.text_of(".fact-title"))).collect()
}
