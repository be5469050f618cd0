//! The embed dialog: writes the snippet for what was chosen, and shows the embed beside it as a page of somebody's will.
//! Knows the addresses of embeds; the patterns of snippets stand in the page.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

use super::dialog::Dialog;
use super::share::SHARE;
use super::shared::{Shared, site, text};
use super::{document, events, roots, window};
use crate::pattern::{escape, fill};

const EMBED: &str = "embed-dialog";

/// A preview's height until it has told its own.
const HEIGHT: &str = "300";

/// Listens, once for the whole page, to every embed control, to the dialog and to its preview.
pub fn follow() {
    let (Some(document), Some(window)) = (document(), window()) else { return };
    events::listen(&document, "click", |event| {
        pressed(event);
    });
    for kind in ["change", "close"] {
        events::listen(&document, kind, |_| {
            show();
        });
    }
    events::listen(&window, "message", |event| {
        told(event);
    });
}

/// A control opens the dialog for what stands around it; in the share dialog, for what is being shared there.
fn pressed(event: &Event) -> Option<()> {
    let control = events::target(event)?.closest("[data-action=embed]").ok()??;
    let link = match Dialog::used(SHARE).filter(|share| share.element.contains(Some(&control))) {
        Some(share) => {
            // Closed first: it gives the focus back to where this dialog is to give it back to.
            share.element.close();
            share.value("link")
        }
        None => Shared::around(&control)?.link,
    };
    let dialog = Dialog::of(EMBED)?;
    list_facts(&dialog);
    dialog.fill("what", link.strip_prefix(&site()?)?);
    dialog.open("what");
    let width = if dialog.element.client_width() < 700 { "320" } else { "600" };
    let width = dialog.find(&format!("[name=width][value='{width}']"))?;
    Reflect::set(&width, &"checked".into(), &true.into()).ok()?;
    show()
}

/// Offers every card of the page.
fn list_facts(dialog: &Dialog) -> Option<()> {
    let facts: Element =
        dialog.part("facts").filter(|facts: &Element| facts.first_element_child().is_none())?;
    let document = document()?;
    for card in roots::all(&document.document_element()?, "article.fact") {
        let option = document.create_element("option").ok()?;
        option.set_attribute("value", &format!("f/{}/", card.id())).ok()?;
        option.set_text_content(Some(&text(&card, ".fact-title")));
        facts.append_child(&option).ok()?;
    }
    Some(())
}

/// What the reader has chosen.
struct Chosen {
    /// The snippet's pattern, and where to paste it.
    pattern: String,
    hint: String,
    /// The address of the page that is embedded, below the site's root.
    path: String,
    /// `light`, `dark`, or nothing.
    theme: String,
    /// How wide the preview is.
    width: String,
}

impl Chosen {
    fn in_dialog(dialog: &Dialog) -> Option<Self> {
        let chosen = |name: &str| dialog.find(&format!("[name={name}]:checked"));
        let kind = chosen("kind")?;
        let pattern = kind.get_attribute("data-pattern")?;
        // A plain address carries no theme.
        let themed = pattern.split('{').any(|part| part.starts_with("theme"));
        dialog.part::<Element>("theme")?.toggle_attribute_with_force("disabled", !themed).ok()?;
        let theme = chosen("theme").filter(|_| themed).and_then(|theme| theme.get_attribute("value"));
        Some(Self {
            pattern,
            hint: kind.get_attribute("data-hint")?,
            path: dialog.value("what"),
            theme: theme.unwrap_or_default(),
            width: chosen("width")?.get_attribute("value")?,
        })
    }

    fn query(&self) -> String {
        if self.theme.is_empty() { String::new() } else { format!("?theme={}", self.theme) }
    }

    fn snippet(&self, site: &str, title: &str, height: &str) -> String {
        let Self { pattern, path, theme, .. } = self;
        let wish = if theme.is_empty() { String::new() } else { format!(" theme=\"{theme}\"") };
        let mut parts = path.split('/');
        let what = match (parts.next(), parts.next()) {
            (Some("f"), Some(id)) => format!(" fact=\"{id}\""),
            (_, Some(id)) => format!(" section=\"{id}\""),
            _ => String::new(),
        };
        let mut escaped = String::new();
        escape(&mut escaped, title);
        let values: [(&str, &str); 7] = [
            ("theme-query", &self.query()),
            ("theme", &wish),
            ("what", &what),
            ("height", height),
            ("path", path),
            ("site", site),
            ("title", &escaped),
        ];
        fill(pattern, &values)
    }
}

/// Shows the preview and the snippet of what is chosen; of a closed dialog, none.
fn show() -> Option<()> {
    let dialog = Dialog::used(EMBED)?;
    if !dialog.element.open() {
        dialog.part::<Element>("stage")?.set_text_content(None);
        return None;
    }
    let chosen = Chosen::in_dialog(&dialog)?;
    let site = site()?;
    let address = format!("{site}e/{}{}", chosen.path, chosen.query());
    let height = preview(&dialog, &address, &chosen.width)?.get_attribute("height")?;
    let title = text(&dialog.element, "option:checked");
    dialog.fill("snippet", &chosen.snippet(&site, &title, &height));
    dialog.part::<Element>("hint")?.set_text_content(Some(&chosen.hint));
    let measured: Element = dialog.part("measured")?;
    let words = measured.get_attribute("data-pattern")?;
    measured.set_text_content(Some(&fill(&words, &[("height", &height), ("width", &chosen.width)])));
    Some(())
}

/// The frame of the preview. A new one for each address: another address in the same frame would be a step that the
/// reader's way back has to take.
fn preview(dialog: &Dialog, address: &str, width: &str) -> Option<Element> {
    let stage: Element = dialog.part("stage")?;
    let there = stage.first_element_child();
    if let Some(frame) = there.filter(|frame| frame.get_attribute("src").as_deref() == Some(address)) {
        frame.set_attribute("width", width).ok()?;
        return Some(frame);
    }
    stage.set_text_content(None);
    let frame = document()?.create_element("iframe").ok()?;
    // Only to be looked at: a card opened in it would be measured open, and Escape pressed in it would close nothing.
    let title = stage.get_attribute("aria-label")?;
    for (name, value) in
        [("title", title.as_str()), ("inert", ""), ("width", width), ("height", HEIGHT), ("src", address)]
    {
        frame.set_attribute(name, value).ok()?;
    }
    stage.append_child(&frame).ok()?;
    Some(frame)
}

/// The preview has told its height.
fn told(event: &Event) -> Option<()> {
    let frame = Dialog::used(EMBED)?.part::<Element>("stage")?.first_element_child()?;
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    if get(event, "source")? != get(&frame, "contentWindow")? {
        return None;
    }
    let said = get(event, "data")?;
    if get(&said, "type")? != "embed-size" {
        return None;
    }
    let height = get(&said, "height")?.as_f64()? as u32;
    frame.set_attribute("height", &height.to_string()).ok()?;
    show()
}
