//! Keeps the value of a field equal to a component's state.

use yew::prelude::*;

use super::{Element, ElementExt, attempt};

/// Sets the field's value when the state changes to a different value. Typing has set it already.
#[hook]
pub fn use_sync_field(field: &NodeRef, value: &str) {
    let field = field.clone();
    use_effect_with(value.to_owned(), move |value| {
        if let Some(field) = field.cast::<Element>().filter(|field| field.value() != *value) {
            attempt(|| field.set_value(value));
        }
    });
}
