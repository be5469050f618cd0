//! The search field and its results. Builds the index at first use.

use std::rc::Rc;

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::keyboard::{focus_link, handle_key};
use super::page_index::use_page_index;
use super::results::results;
use super::search_field::SearchField;
use super::state::{RESULTS_PER_STEP, SearchAction, SearchState};
use crate::components::changing_text::changing_text;
use crate::components::live_region::LiveRegion;
use crate::hooks::timers::{queue_task, use_after_paint, use_debounce};
use crate::hooks::{
    Element, ElementExt, attempt, dom, events, focus, popover, scroll, url, use_click_or_focus_outside,
    use_hotkeys, use_sync_field,
};
use crate::hotkeys;
use crate::islands::Island;
use crate::template::fill;
use crate::ui_text::SearchText;

/// The pause after the last key until a full page of results shows, in milliseconds. Longer than the time between keys
/// of a slow typist, because rendering many results delays the next key.
const FULL_RESULTS_DELAY: i32 = 400;

/// The pause after the last key until the count is announced, in milliseconds.
const ANNOUNCE_DELAY: i32 = 700;

/// The id of the results.
const RESULTS_ID: &str = "search-results";

/// Props of [`SearchBox`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct SearchBoxProps {
    /// The labels.
    pub text: SearchText,
    /// The path to the site's root.
    pub root_path: String,
    /// The URL of `previews.json`.
    pub previews_url: String,
}

impl Island for SearchBox {
    const NAME: &'static str = "search";
}

/// Shows a few results in the frame after a key, and a full page after a pause. Arrow keys move between field and
/// results. Enter focuses the first result; a second Enter opens it.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let text = &props.text;
    let search = use_reducer(SearchState::default);
    let (search_ref, field, results_ref) = (use_node_ref(), use_node_ref(), use_node_ref());
    let dispatch = search.dispatcher().to_callback();

    use_sync_field(&field, &search.text);

    let start_indexing = use_page_index(props, &search.page_index, &dispatch);
    use_full_page(&search, &dispatch, &results_ref);
    let onopen = use_open_result(&search, &dispatch, &results_ref);
    let onmore = use_show_more(&search, &dispatch, &results_ref);
    let search_after_paint = {
        let (dispatch, field) = (dispatch.clone(), field.clone());
        use_after_paint(Callback::from(move |()| {
            if let Ok(field) = dom::element(&field) {
                dispatch.emit(SearchAction::SetText(field.value()));
            }
        }))
    };
    let oninput = {
        let start_indexing = start_indexing.clone();
        Callback::from(move |_: InputEvent| {
            start_indexing.emit(());
            search_after_paint.emit(());
        })
    };
    let onfocusin = {
        let (dispatch, field) = (dispatch.clone(), field.clone());
        Callback::from(move |event: FocusEvent| {
            start_indexing.emit(());
            if events::target_element(&event) == dom::element(&field).ok() {
                dispatch.emit(SearchAction::SetText(events::field_value(&event)));
            }
        })
    };

    {
        let (dispatch, results_ref, is_open) = (dispatch.clone(), results_ref.clone(), search.is_open);
        use_click_or_focus_outside(&search_ref, move || {
            if is_open {
                close(&dispatch, &results_ref);
            }
        });
    }

    let keys = {
        let (dispatch, answered, field, results_ref) =
            (dispatch.clone(), search.text.clone(), field.clone(), results_ref.clone());
        Callback::from(move |event: KeyboardEvent| {
            if !events::is_composing(&event)
                && handle_key(&event.key(), &dispatch, &answered, &field, &results_ref)
            {
                event.prevent_default();
            }
        })
    };
    {
        let field = field.clone();
        use_hotkeys(move |key| {
            let Some(field) = dom::element(&field).ok().filter(|_| key == hotkeys::SEARCH) else {
                return false;
            };
            popover::show_around(&field);
            focus::focus_field(&field).is_ok()
        });
    }

    let count = count(&search, text);
    let announcement = if search.is_open { count.clone() } else { AttrValue::default() };
    let search_field = SearchField {
        field_ref: &field,
        label: text.label(),
        placeholder: text.hint(),
        name: None,
        controls: RESULTS_ID,
        autofocus: true,
        oninput,
    };
    let next = search.count().saturating_sub(search.visible_count).min(RESULTS_PER_STEP).to_string();
    html! {
        <search class="search" ref={search_ref} {onfocusin} onkeydown={keys}>
            {search_field.view()}
            <div
                id={RESULTS_ID}
                ref={results_ref}
                role="group"
                aria-label={text.results()}
                tabindex="-1"
                data-search="panel"
                hidden={!search.is_open}
            >
                <p data-search="count">{changing_text(&count)}</p>
                <div data-search="list">{results(&search, &onopen)}</div>
                if search.count() > search.visible_count {
                    <button key={next.clone()} type="button" data-search="more" onclick={onmore}>
                        {fill(&text.more(), &[("count", &next)])}
                    </button>
                }
            </div>
            <LiveRegion text={announcement} delay_ms={ANNOUNCE_DELAY} />
        </search>
    }
}

/// Shows a full page of results after a pause, unless the focus is in the results.
#[hook]
fn use_full_page(
    search: &UseReducerHandle<SearchState>,
    dispatch: &Callback<SearchAction>,
    results_ref: &NodeRef,
) {
    let (dispatch, results_ref) = (dispatch.clone(), results_ref.clone());
    let show_full_page = Callback::from(move |()| {
        if !dom::element(&results_ref).is_ok_and(|results| focus::contains_focus(&results)) {
            dispatch.emit(SearchAction::ShowFullPage);
        }
    });
    let show_full_page = use_debounce(FULL_RESULTS_DELAY, show_full_page);
    // Also when the complete index has more results.
    use_effect_with((search.search_count, search.count()), move |_| show_full_page.emit(()));
}

/// The callback that opens a result: closes the results and focuses the found element.
#[hook]
fn use_open_result(
    search: &UseReducerHandle<SearchState>,
    dispatch: &Callback<SearchAction>,
    results_ref: &NodeRef,
) -> Callback<(usize, MouseEvent)> {
    let (dispatch, page, results_ref) =
        (dispatch.clone(), Rc::clone(&search.page_index), results_ref.clone());
    Callback::from(move |(at, event): (usize, MouseEvent)| {
        let found = page.borrow().locations.get(at).and_then(|location| location.element.clone());
        if let Some(found) = found.filter(|_| !events::is_modified_click(&event)) {
            let is_card = found.matches(".fact").unwrap_or(false);
            if !is_card {
                // Prose has no fragment; in a new tab, the link opens its section. Firefox would follow a fragment later,
                // and take the focus away.
                event.prevent_default();
            }
            let (dispatch, results_ref) = (dispatch.clone(), results_ref.clone());
            // In a new task, after the link is followed.
            queue_task(move || {
                close(&dispatch, &results_ref);
                // The link to a card opens and focuses it.
                if !is_card {
                    go_to(&found);
                }
            });
        }
    })
}

/// The callback that shows more results and focuses the first of them.
#[hook]
fn use_show_more(
    search: &UseReducerHandle<SearchState>,
    dispatch: &Callback<SearchAction>,
    results_ref: &NodeRef,
) -> Callback<MouseEvent> {
    let focus_at = use_mut_ref(|| None::<usize>);
    {
        let (results_ref, focus_at) = (results_ref.clone(), focus_at.clone());
        use_effect_with(search.visible_count, move |_| {
            if let Some(at) = focus_at.take() {
                focus_link(&results_ref, at);
            }
        });
    }
    let visible_count = search.visible_count;
    dispatch.reform(move |_: MouseEvent| {
        *focus_at.borrow_mut() = Some(visible_count);
        SearchAction::ShowMore
    })
}

fn count(search: &SearchState, text: &SearchText) -> AttrValue {
    let pattern = match search.count() {
        0 if !search.is_indexing_finished => return AttrValue::default(),
        0 => text.none(),
        1 => text.one(),
        _ => text.many(),
    };
    fill(&pattern, &[("query", search.text.trim()), ("count", &search.count().to_string())]).into()
}

/// Closes the results and the popover around it.
fn close(dispatch: &Callback<SearchAction>, results_ref: &NodeRef) {
    dispatch.emit(SearchAction::Close);
    if let Ok(results) = dom::element(results_ref) {
        popover::hide_around(&results);
    }
}

/// Goes to a found element and focuses it.
fn go_to(found: &Element) {
    let id = found.anchor_id();
    if !id.is_empty() {
        attempt(|| url::set_fragment(&id));
    }
    scroll::scroll_to(found);
    attempt(|| focus::focus_unfocusable(found));
}
