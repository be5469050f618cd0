//! The value of a field as a component's state has it.

use yew::prelude::*;

use super::{Element, ElementExt, attempt};

/// Sets the field's value when the state's value changes and differs. Typing has set it already.
#[hook]
pub fn use_field_value(field: &NodeRef, value: &str) {
    let field = field.clone();
    use_effect_with(value.to_owned(), move |value| {
        if let Some(field) = field.cast::<Element>().filter(|field| field.value() != *value) {
            attempt(|| field.set_value(value));
        }
    });
}
