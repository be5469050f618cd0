//! Hands out the facts that are shown, as files whose records are those of the files of all facts. Knows how those files
//! are written, not what is in a record.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Element, HtmlAnchorElement, Url};

use super::super::roots::elements;
use super::super::{document, events, share};

/// How long a file may take to be saved, in milliseconds.
const SAVED: i32 = 60_000;

/// Hands out those facts of a link's file that are shown, in the order in which they are shown. If that fails, the
/// control goes away; the files of all facts stay.
pub(super) fn hand_out(link: HtmlAnchorElement) {
    let shown = elements("#facts tbody tr:not([hidden])").iter().map(Element::id).collect();
    spawn_local(async move {
        if save(&link, shown).await.is_none() {
            let _ = link.parent_element().map(|control| control.set_attribute("hidden", ""));
        }
    });
}

async fn save(link: &HtmlAnchorElement, shown: Vec<String>) -> Option<()> {
    let text = share::read(&link.href()).await?;
    let parts = if link.href().ends_with(".csv") { csv(&text, &shown) } else { json(&text, &shown) }?;
    let blob = Blob::new_with_str_sequence(&parts).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let file: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    file.set_href(&address);
    file.set_attribute("download", &link.get_attribute("download")?).ok()?;
    file.click();
    events::later(SAVED, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}

/// The head of the table, then the row of each of these.
fn csv(text: &str, shown: &[String]) -> Option<Array> {
    let rows = rows(text);
    let parts = Array::of1(&rows.first()?.as_str().into());
    for id in shown {
        let own = |row: &&String| row.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with(','));
        parts.push(&rows.iter().find(own)?.as_str().into());
    }
    Some(parts)
}

/// The rows of a table: a line each, or more where a line's end stands between quotes.
fn rows(text: &str) -> Vec<String> {
    let mut rows = Vec::new();
    let mut row = String::new();
    for line in text.split_inclusive('\n') {
        row.push_str(line);
        if row.bytes().filter(|byte| *byte == b'"').count() % 2 == 0 {
            rows.push(std::mem::take(&mut row));
        }
    }
    rows
}

/// The whole, with these of its facts.
fn json(text: &str, shown: &[String]) -> Option<Array> {
    let whole = JSON::parse(text).ok()?;
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let facts: Array = get(&whole, "facts")?.dyn_into().ok()?;
    let picked = Array::new();
    for id in shown {
        let own = |fact: &JsValue| get(fact, "id").is_some_and(|found| found == id.as_str());
        picked.push(&facts.iter().find(own)?);
    }
    Reflect::set(&whole, &"facts".into(), &picked).ok()?;
    let text = JSON::stringify_with_replacer_and_space(&whole, &JsValue::NULL, &2.into()).ok()?;
    Some(Array::of2(&text, &"\n".into()))
}
