//! The share dialog: fills it for the card, the section or the story whose control was pressed. Knows the page's HTML;
//! every word in it stands there already.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlAnchorElement, HtmlElement, HtmlImageElement, Response, Url};

use super::dialog::Dialog;
use super::shared::{Shared, text};
use super::{clipboard, document, events, window};

/// The dialog's class.
pub(super) const SHARE: &str = "share";

/// Listens, once for the whole page, to every share control and to the dialog.
pub fn follow() {
    let Some(document) = document() else { return };
    events::listen(&document, "click", |event| {
        pressed(event);
    });
    events::listen(&document, "change", |event| {
        cite(event);
    });
}

/// A control of the page opens the dialog; a control of the dialog sends.
fn pressed(event: &Event) -> Option<()> {
    let control =
        events::target(event)?.closest("[data-action=share], [data-action=cite], [data-send]").ok()??;
    if let Some(action) = control.get_attribute("data-action") {
        return open(&Shared::around(&control)?, &action);
    }
    let dialog = Dialog::of(SHARE)?;
    clipboard::send(
        &text(&dialog.element, "[data-share=title]"),
        &dialog.value("text"),
        &dialog.value("link"),
    )
}

fn open(shared: &Shared, action: &str) -> Option<()> {
    let dialog = Dialog::of(SHARE)?;
    let Shared { title, text, link, picture } = shared;
    dialog.part::<HtmlElement>("title")?.set_text_content(Some(title));
    dialog.fill("link", link);
    dialog.fill("text", &format!("{text} {link}"));
    let selection = selection();
    dialog.fill("selection", &selection.as_deref().and_then(to_words).unwrap_or_default());
    dialog.show("[data-row=selection]", selection.is_some());
    dialog.show("[data-send]", clipboard::can_send());
    let picture = Url::new_with_base(picture, link).ok()?.href();
    dialog.part::<HtmlImageElement>("preview")?.set_src(&picture);
    dialog.part::<HtmlAnchorElement>("picture")?.set_href(&picture);
    dialog.open(if action == "cite" { "format" } else { "link" });
    show_citation(&dialog)
}

/// A format of the citation has been chosen.
fn cite(event: &Event) -> Option<()> {
    events::target(event)?.closest("[data-share=format]").ok()??;
    show_citation(&Dialog::of(SHARE)?)
}

/// Leads to the citation's file in the chosen format, and shows what is in it if it can be had.
fn show_citation(dialog: &Dialog) -> Option<()> {
    let file = format!("{}cite.{}", dialog.value("link"), dialog.value("format"));
    dialog.part::<HtmlAnchorElement>("file")?.set_href(&file);
    let dialog = dialog.clone();
    spawn_local(async move {
        let citation = read(&file).await;
        if citation.is_some() || dialog.value("citation").is_empty() {
            dialog.show("[data-row=citation]", citation.is_some());
        }
        dialog.fill("citation", &citation.unwrap_or_default());
    });
    Some(())
}

/// What a file of the site says, if it can be had.
pub(super) async fn read(address: &str) -> Option<String> {
    let response = JsFuture::from(window()?.fetch_with_str(address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.ok().then(|| response.text().ok())??).await.ok()?;
    text.as_string()
}

/// The words that the reader has selected in the page.
fn selection() -> Option<String> {
    let words = String::from(window()?.get_selection().ok()??.to_string());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (words.len() > 1).then_some(words)
}

/// An address that leads to words on this page (URL Fragment Text Directives, Community Group draft): all of them if
/// they are few, else the first and the last ones.
fn to_words(words: &str) -> Option<String> {
    const WHOLE: usize = 12;
    const ENDS: usize = 5;
    let encode = |words: &[&str]| {
        // A hyphen is part of the directive's own grammar.
        String::from(js_sys::encode_uri_component(&words.join(" "))).replace('-', "%2D")
    };
    let words: Vec<&str> = words.split(' ').collect();
    let directive = match words.len() {
        count if count > WHOLE => format!("{},{}", encode(&words[..ENDS]), encode(&words[count - ENDS..])),
        _ => encode(&words),
    };
    let here = window()?.location().href().ok()?;
    Some(format!("{}#:~:text={directive}", here.split('#').next()?))
}
