//! A select for a filter or the view of the fact table.

use std::rc::Rc;

use yew::prelude::*;

use super::query::{SelectField, SelectOption, TableOptions};
use super::state::TableAction;
use crate::hooks::{events, use_sync_field};

/// Props of [`Select`].
#[derive(Properties, PartialEq)]
pub(super) struct SelectProps {
    pub(super) fields: Rc<TableOptions>,
    /// The index among the filters and the view.
    pub(super) at: usize,
    pub(super) value: String,
    pub(super) dispatch: Callback<TableAction>,
}

/// A select with its label.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    let at = props.at;
    let onchange =
        props.dispatch.reform(move |event: Event| TableAction::Choose(at, events::field_value(&event)));
    use_sync_field(&node, &props.value);
    let Some(SelectField { name, label, default_label, options }) = props.fields.all_fields().nth(at) else {
        return Html::default();
    };
    let option =
        |option: &SelectOption| html! { <option value={option.value.clone()}>{&option.label}</option> };
    html! {
        <label>
            {label}
            <select ref={node} name={name.clone()} {onchange}>
                <option value="">{default_label}</option>
                {for options.iter().map(option)}
            </select>
        </label>
    }
}
