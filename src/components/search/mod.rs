//! The field that searches the story, and the panel of results below it.

use yew::prelude::*;

use crate::content::ui_text::SearchText;

/// The field and its empty panel. Hidden, though not without room, until a script can answer.
pub fn search_field(words: &SearchText) -> Html {
    html! {
        <search class="search">
            <label for="search">{&words.label}</label>
            <input
                id="search"
                type="search"
                data-action="search"
                placeholder={words.hint.clone()}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-controls="search-results"
                aria-keyshortcuts="/"
            />
            <div
                id="search-results"
                role="group"
                aria-label={words.results.clone()}
                data-search="panel"
                data-none={words.none.clone()}
                data-one={words.one.clone()}
                data-many={words.many.clone()}
                data-more={words.more.clone()}
                hidden=true
            >
                <p data-search="count"></p>
                <div data-search="list"></div>
                <button type="button" data-search="more" hidden=true></button>
            </div>
            <p class="visually-hidden" role="status" data-next=""></p>
        </search>
    }
}
