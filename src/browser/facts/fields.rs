//! The fields of the page of all facts, and the same in the address: a name and a value each, those that ask for nothing
//! left out. What the address asks of a field that it does not have, or a field cannot hold, is as if it were not there.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::super::roots::elements;
use super::super::{address, window};

/// The field that orders; only the heads of the columns set it.
pub(super) const SORT: &str = "sort";
/// The field that makes cards of the rows, which the style does by itself.
const VIEW: &str = "view";
/// The field whose words are searched for.
pub(super) const SEARCH: &str = "q";

/// The most letters that the address may put into a field.
const LONGEST: usize = 100;

/// A field with what is in it.
pub(super) struct Field {
    element: Element,
    pub(super) name: String,
    pub(super) value: String,
}

impl Field {
    /// All, in order.
    pub(super) fn all() -> Vec<Self> {
        let read = |element: Element| {
            let (name, value) = (element.get_attribute("name")?, value(&element));
            Some(Self { element, name, value })
        };
        elements(".all-facts [name]").into_iter().filter_map(read).collect()
    }

    /// Puts a value in it, or nothing if it cannot hold that.
    pub(super) fn set(&self, wanted: &str) {
        let put = |value: &str| Reflect::set(&self.element, &"value".into(), &value.into());
        let _ = put(wanted);
        if value(&self.element) != wanted {
            let _ = put("");
        }
    }

    /// Moves the focus there.
    pub(super) fn focus(&self) {
        let _ = self.element.unchecked_ref::<HtmlElement>().focus();
    }

    /// Whether it leaves rows out.
    pub(super) fn narrows(&self) -> bool {
        self.name != SORT && self.name != VIEW
    }

    /// What it asks of the tags of a row.
    pub(super) fn tag(&self) -> Option<String> {
        let asks = self.narrows() && self.name != SEARCH && !self.value.is_empty();
        asks.then(|| [&self.name, "=", &self.value].concat())
    }
}

fn value(element: &Element) -> String {
    Reflect::get(element, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// What the fields ask for, as the address has it.
pub(super) fn query(fields: &[Field]) -> String {
    let mut query = String::new();
    for Field { name, value, .. } in fields.iter().filter(|field| !field.value.is_empty()) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(name);
        query.push('=');
        query.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    query
}

/// Fills the fields as the address asks.
pub(super) fn restore() -> Option<()> {
    let search = window()?.location().search().ok()?;
    for field in Field::all() {
        let asks =
            |pair: &str| Some(pair.strip_prefix(field.name.as_str())?.strip_prefix('=')?.replace('+', "%20"));
        let asked = search.trim_start_matches('?').split('&').find_map(asks);
        let asked = asked.and_then(|asked| js_sys::decode_uri_component(&asked).ok()).map(String::from);
        field.set(&asked.unwrap_or_default().chars().take(LONGEST).collect::<String>());
    }
    Some(())
}

/// Keeps in the address what is shown.
pub(super) fn keep(query: &str) -> Option<()> {
    address::write(query, &window()?.location().hash().ok()?)
}
