//! The search field, which the story's search and the fact table render alike.

use yew::prelude::*;

/// The field's id, and the fragment of links to it.
pub(crate) const SEARCH_FIELD_ID: &str = "search";

/// The maximum length of a search text, in UTF-16 code units.
pub(crate) const MAX_TEXT: usize = 100;

/// A labelled search field.
pub(crate) struct SearchField<'a> {
    pub(crate) field_ref: &'a NodeRef,
    pub(crate) label: AttrValue,
    pub(crate) placeholder: AttrValue,
    /// The name, which is also that of the query parameter.
    pub(crate) name: Option<&'static str>,
    /// The id of the results.
    pub(crate) controls: &'static str,
    /// Whether the field is focused when the popover around it opens.
    pub(crate) autofocus: bool,
    pub(crate) oninput: Callback<InputEvent>,
}

impl SearchField<'_> {
    pub(crate) fn view(self) -> Html {
        let Self { field_ref, label, placeholder, name, controls, autofocus, oninput } = self;
        html! {
            <>
                <label for={SEARCH_FIELD_ID}>{label}</label>
                <input
                    id={SEARCH_FIELD_ID}
                    ref={field_ref.clone()}
                    {name}
                    type="search"
                    data-action="search"
                    {placeholder}
                    maxlength={MAX_TEXT.to_string()}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    {autofocus}
                    aria-controls={controls}
                    aria-keyshortcuts="/"
                    {oninput}
                />
            </>
        }
    }
}
