//! The share dialog: fills it for the card, the section or the story whose control was pressed, and copies from it.
//! Knows the page's HTML; every word in it stands there already.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, Event, HtmlAnchorElement, HtmlDialogElement, HtmlElement, HtmlImageElement, Response, Url,
};

use super::{clipboard, document, events, window};

/// Listens, once for the whole page, to every share control and to the dialog.
pub fn follow() {
    let Some(document) = document() else { return };
    events::listen(&document, "click", |event| {
        pressed(&event);
    });
    events::listen(&document, "change", |event| {
        cite(&event);
    });
}

/// A control of the page opens the dialog; a control of the dialog copies or sends.
fn pressed(event: &Event) -> Option<()> {
    let control = events::target(event)?
        .closest("[data-action=share], [data-action=cite], [data-copy], [data-send]")
        .ok()??;
    if let Some(action) = control.get_attribute("data-action") {
        return open(&Shared::around(&control)?, &action);
    }
    let dialog = dialog()?;
    let Some(name) = control.get_attribute("data-copy") else {
        return clipboard::send(
            &text(&dialog, "[data-share=title]"),
            &value(&dialog, "text"),
            &value(&dialog, "link"),
        );
    };
    let field: HtmlElement = part(&dialog, &name)?;
    let outcome = dialog.query_selector("[role=status]").ok()??;
    // Emptied first, so that the same outcome twice is told twice.
    outcome.set_text_content(None);
    spawn_local(async move {
        let told = if clipboard::copy(&field).await { "data-copied" } else { "data-selected" };
        outcome.set_text_content(outcome.get_attribute(told).as_deref());
    });
    Some(())
}

/// What is being shared, read off the page.
struct Shared {
    title: String,
    /// What it says, for a message: figure, entity, time and source of a fact.
    text: String,
    /// The address of its own page.
    link: String,
    /// Its preview picture, as its own page sees it.
    picture: String,
}

impl Shared {
    /// The fact, the section or the story around a control.
    fn around(control: &Element) -> Option<Self> {
        if let Some(card) = control.closest("article.fact").ok()? {
            let title = text(&card, ".fact-title");
            let figure = Some(text(&card, ".figure")).filter(|figure| !figure.is_empty());
            let parts =
                [figure.unwrap_or_else(|| title.clone()), text(&card, ".meta li"), text(&card, "time")];
            let text = format!("{}. {}.", parts.join(", "), text(&card, ".sources li"));
            let picture = format!("../../og/f/{}.png", card.id());
            return Some(Self { title, text, link: address(&card, "a.address")?, picture });
        }
        let (place, link, picture) = match control.closest("section[data-section]").ok()? {
            Some(section) => {
                let (link, picture) =
                    (address(&section, "a.own")?, format!("../../og/s/{}.png", section.id()));
                (section, link, picture)
            }
            None => {
                let page = document()?.document_element()?;
                let link = address(&page, "header.site a")?;
                (page, link, "og/story.png".to_owned())
            }
        };
        let title = text(&place, "h1, h2");
        Some(Self { text: format!("{title}. {}", text(&place, ".standfirst")), title, link, picture })
    }
}

fn open(shared: &Shared, action: &str) -> Option<()> {
    let dialog = dialog()?;
    let Shared { title, text, link, picture } = shared;
    part::<HtmlElement>(&dialog, "title")?.set_text_content(Some(title));
    fill(&dialog, "link", link);
    fill(&dialog, "text", &format!("{text} {link}"));
    let selection = selection();
    fill(&dialog, "selection", &selection.as_deref().and_then(to_words).unwrap_or_default());
    show(&dialog, "[data-row=selection]", selection.is_some());
    show(&dialog, "[data-send]", clipboard::can_send());
    let picture = Url::new_with_base(picture, link).ok()?.href();
    part::<HtmlImageElement>(&dialog, "preview")?.set_src(&picture);
    part::<HtmlAnchorElement>(&dialog, "picture")?.set_href(&picture);
    dialog.query_selector("[role=status]").ok()??.set_text_content(None);
    // Refused where it is open already, and unknown to browsers of another age.
    if dialog.show_modal().is_err() {
        dialog.set_open(true);
    }
    let first = if action == "cite" { "format" } else { "link" };
    let _ = part::<HtmlElement>(&dialog, first)?.focus();
    show_citation(&dialog)
}

/// A format of the citation has been chosen.
fn cite(event: &Event) -> Option<()> {
    events::target(event)?.closest("[data-share=format]").ok()??;
    show_citation(&dialog()?)
}

/// Leads to the citation's file in the chosen format, and shows what is in it if it can be had.
fn show_citation(dialog: &HtmlDialogElement) -> Option<()> {
    let file = format!("{}cite.{}", value(dialog, "link"), value(dialog, "format"));
    part::<HtmlAnchorElement>(dialog, "file")?.set_href(&file);
    let dialog = dialog.clone();
    spawn_local(async move {
        let citation = read(&file).await;
        if citation.is_some() || value(&dialog, "citation").is_empty() {
            show(&dialog, "[data-row=citation]", citation.is_some());
        }
        fill(&dialog, "citation", &citation.unwrap_or_default());
    });
    Some(())
}

async fn read(address: &str) -> Option<String> {
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

fn dialog() -> Option<HtmlDialogElement> {
    document()?.query_selector("dialog.share").ok()??.dyn_into().ok()
}

fn part<T: JsCast>(dialog: &Element, name: &str) -> Option<T> {
    dialog.query_selector(&format!("[data-share={name}]")).ok()??.dyn_into().ok()
}

fn value(dialog: &Element, name: &str) -> String {
    let value =
        part::<Element>(dialog, name).and_then(|field| js_sys::Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

fn fill(dialog: &Element, name: &str, value: &str) {
    if let Some(field) = part::<Element>(dialog, name) {
        let _ = js_sys::Reflect::set(&field, &"value".into(), &value.into());
    }
}

fn show(dialog: &Element, selector: &str, shown: bool) {
    if let Ok(Some(row)) = dialog.query_selector(selector) {
        let _ = row.toggle_attribute_with_force("hidden", !shown);
    }
}

/// What an element says, with single spaces.
fn text(place: &Element, selector: &str) -> String {
    let found = place.query_selector(selector).ok().flatten().and_then(|found| found.text_content());
    found.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a link leads, as a whole address without fragment.
fn address(place: &Element, selector: &str) -> Option<String> {
    let link: HtmlAnchorElement = place.query_selector(selector).ok()??.dyn_into().ok()?;
    link.href().split('#').next().map(str::to_owned)
}
