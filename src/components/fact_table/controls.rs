//! The controls of the fact table: search, filters, view, count, downloads. The URL stores the query.

use std::rc::Rc;

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::export;
use super::query::{SEARCH_PARAM, TableOptions};
use super::select::Select;
use super::state::{TableAction, TableState};
use super::sync::{use_sync_rows, use_sync_url};
use crate::components::changing_text::changing_text;
use crate::components::live_region::LiveRegion;
use crate::components::search::search_field::{SEARCH_FIELD_ID, SearchField};
use crate::hooks::timers::queue_task;
use crate::hooks::{
    ElementExt, ListenOn, attempt, dom, events, focus, spawn_local, url, use_action, use_event, use_hotkeys,
    use_mount, use_sync_field,
};
use crate::hotkeys;
use crate::islands::Island;
use crate::template::fill;

/// The pause after typing until the URL is written and the count announced, in milliseconds. Browsers limit
/// `replaceState`.
const WRITE_DELAY: i32 = 400;

/// Props of [`FactTableControls`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct FactTableControlsProps {
    /// Label of the search field.
    pub search_label: String,
    /// Placeholder of the search field.
    pub search_placeholder: String,
    /// Label of the panel of filters.
    pub filters_label: String,
    /// Filters, view and columns.
    pub fields: TableOptions,
    /// Count without filters.
    pub total_label: String,
    /// Count with filters; `{shown}`.
    pub count_template: String,
    /// Message if no fact matches.
    pub empty_label: String,
    /// Button that clears the filters.
    pub clear_label: String,
    /// Text before the files.
    pub download_label: String,
    /// Message if a file could not be fetched.
    pub download_failed: String,
    /// Files of all facts. A download contains only the shown facts.
    pub files: Vec<DownloadFile>,
}

/// A file of all facts.
#[derive(Clone, Debug, Deserialize_tuple, PartialEq, Serialize_tuple)]
pub struct DownloadFile {
    /// The URL.
    pub href: String,
    /// The name of the downloaded file.
    pub name: String,
    /// The label.
    pub label: String,
}

impl Island for FactTableControls {
    const NAME: &'static str = "fact-table";
    const ACTIONS: &'static str = "sort";
}

/// Searches, filters, sorts and downloads the rows of the table.
#[component]
pub fn FactTableControls(props: &FactTableControlsProps) -> Html {
    let table = use_reducer(|| TableState::new(Rc::new(props.fields.clone())));
    let dispatch = table.dispatcher().to_callback();
    let field = use_node_ref();
    // The reader may have opened it before the island was mounted. Without this it would flicker on a slow device.
    let is_panel_open = use_memo((), |()| dom::find(".filter-panel[open]").is_ok());
    let (fields, query) = (&table.fields, &table.query);

    use_sync_field(&field, &query.text);
    use_sync_rows(&table);
    use_sync_url(&table, &dispatch, WRITE_DELAY);

    use_sort_buttons(&dispatch, fields);
    use_focus_requests(&field);
    let (download, has_download_failed) = use_download(&table);

    let onfocusin = {
        let table = table.clone();
        Callback::from(move |_| {
            let table = table.clone();
            queue_task(move || table.ensure_index());
        })
    };
    let oninput = dispatch.reform(|event: InputEvent| TableAction::SetText(events::field_value(&event)));
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !events::is_composing(&event) {
                event.prevent_default();
                dispatch.emit(TableAction::SetText(String::new()));
            }
        })
    };
    let clear = {
        let (dispatch, field) = (dispatch.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(TableAction::Clear);
            // The button disappears, so the focus moves to the first field.
            attempt(|| focus::focus_node(&field));
        })
    };

    let search_field = SearchField {
        field_ref: &field,
        label: props.search_label.clone().into(),
        placeholder: props.search_placeholder.clone().into(),
        name: Some(SEARCH_PARAM),
        controls: "facts",
        autofocus: false,
        oninput,
    };
    let is_filtering = fields.is_filtering(query);
    let count = AttrValue::from(if is_filtering {
        fill(&props.count_template, &[("shown", &table.count().to_string())])
    } else {
        props.total_label.clone()
    });
    // Announces only counts after a reader's choice, because screen readers read the page when it opens.
    let announcement = if table.is_touched() { count.clone() } else { AttrValue::default() };
    let selects = fields.all_fields().enumerate().map(|(at, _)| {
        let value = query.selected_values.get(at).cloned().unwrap_or_default();
        html! { <Select {at} fields={Rc::clone(fields)} {value} dispatch={dispatch.clone()} /> }
    });
    html! {
        <>
            <search class="search" {onfocusin} {onkeydown}>{search_field.view()}</search>
            // Closed by default on narrow screens only.
            <details class="filter-panel" open={*is_panel_open}>
                <summary>{&props.filters_label}</summary>
                <div
                    class="filters"
                    role="group"
                    aria-label={props.filters_label.clone()}
                    data-action="filter"
                    data-view={query.selected_values.last().cloned().unwrap_or_default()}
                >
                    {for selects}
                </div>
            </details>
            <div class="result-bar">
                <p>
                    <span data-ref="count">{changing_text(&count)}</span>
                    <button type="button" data-ref="clear" hidden={!is_filtering} onclick={clear}>{&props.clear_label}</button>
                </p>
                <p data-action="download">
                    {&props.download_label}
                    {for props.files.iter().map(|file| download_button(file, &download))}
                    {" "}<span role="alert">if has_download_failed { <b key="failed">{&props.download_failed}</b> }</span>
                </p>
            </div>
            <p data-ref="none" hidden={!is_filtering || table.count() > 0}>{&props.empty_label}</p>
            <LiveRegion text={announcement} delay_ms={WRITE_DELAY} />
        </>
    }
}

/// Sorts when the button in a column's head is pressed. The head is not part of this island.
#[hook]
fn use_sort_buttons(dispatch: &Callback<TableAction>, fields: &Rc<TableOptions>) {
    let (dispatch, fields) = (dispatch.clone(), Rc::clone(fields));
    use_action("sort", move |button| {
        let name = button.nearest("[data-column]").map(|head| head.attribute("data-column"));
        if let Some(column) = fields.columns.iter().position(|column| Some(column) == name.as_ref()) {
            dispatch.emit(TableAction::Sort(column));
        }
    });
}

/// Focuses the search field on its hotkey, and if the URL fragment names it, as links on other pages do.
#[hook]
fn use_focus_requests(field: &NodeRef) {
    {
        let field = field.clone();
        use_hotkeys(move |key| key == hotkeys::SEARCH && focus_search(&field));
    }
    let focus_if_targeted = {
        let field = field.clone();
        move || {
            if url::fragment().as_deref() == Some(SEARCH_FIELD_ID) {
                focus_search(&field);
            }
        }
    };
    {
        let focus_if_targeted = focus_if_targeted.clone();
        use_mount(focus_if_targeted);
    }
    use_event(ListenOn::Window, "hashchange", move |_| focus_if_targeted());
}

/// The callback that downloads the shown facts, and whether the last download failed.
#[hook]
fn use_download(table: &UseReducerHandle<TableState>) -> (Callback<DownloadFile>, bool) {
    let has_failed = use_state_eq(|| false);
    let download = {
        let (table, has_failed) = (table.clone(), has_failed.setter());
        Callback::from(move |file: DownloadFile| {
            let (ids, has_failed) = (table.shown_ids(), has_failed.clone());
            has_failed.set(false);
            spawn_local(async move {
                has_failed.set(export::save(&file.href, &file.name, &ids).await.is_err());
            });
        })
    };
    (download, *has_failed)
}

fn download_button(file: &DownloadFile, download: &Callback<DownloadFile>) -> Html {
    let onclick = {
        let file = file.clone();
        download.reform(move |_: MouseEvent| file.clone())
    };
    html! { <>{" "}<button type="button" {onclick}>{&file.label}</button></> }
}

/// Focuses the search field. Returns whether that worked.
fn focus_search(field: &NodeRef) -> bool {
    dom::element(field).and_then(|field| focus::focus_field(&field)).is_ok()
}
