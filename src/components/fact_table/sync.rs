//! Syncs the table's rows and the URL with the state.

use std::rc::Rc;

use yew::prelude::*;

use super::query::TableQuery;
use super::state::{TableAction, TableState};
use crate::hooks::timers::use_debounce;
use crate::hooks::{ListenOn, attempt, fact_rows, url, use_event, use_mount};

/// Hides and moves rows before the next paint.
#[hook]
pub(super) fn use_sync_rows(table: &UseReducerHandle<TableState>) {
    {
        let table = table.clone();
        use_effect_with(Rc::clone(&table.visibility), move |visibility| {
            if table.is_touched() {
                fact_rows::set_visibility(table.rows(), visibility);
            }
        });
    }
    let table = table.clone();
    use_effect_with(table.query.sort, move |sort| {
        if table.is_touched() {
            let column = sort.and_then(|sort| table.fields.columns.get(sort.column));
            fact_rows::set_aria_sort(column.map(String::as_str), sort.is_some_and(|sort| sort.is_descending));
            attempt(|| fact_rows::reorder(table.rows(), &table.order()));
        }
    });
}

/// Applies the URL's query at mount and on Back. Writes the query into the URL after `delay_ms` milliseconds
/// without a change.
#[hook]
pub(super) fn use_sync_url(
    table: &UseReducerHandle<TableState>,
    dispatch: &Callback<TableAction>,
    delay_ms: i32,
) {
    let restore = {
        let (fields, dispatch) = (Rc::clone(&table.fields), dispatch.clone());
        move || dispatch.emit(TableAction::Restore(fields.query(url::parameter), url::fragment()))
    };
    {
        let restore = restore.clone();
        use_mount(restore);
    }
    use_event(ListenOn::Window, "popstate", move |_| restore());

    let due = use_mut_ref(|| None::<TableQuery>);
    let write = {
        let (due, fields) = (due.clone(), Rc::clone(&table.fields));
        move || {
            if let Some(query) = due.take() {
                attempt(|| url::replace_parameters(&fields.parameters(&query)));
            }
        }
    };
    let write_later = {
        let write = write.clone();
        use_debounce(delay_ms, Callback::from(move |()| write()))
    };
    let is_touched = table.is_touched();
    // Depends on `is_touched` too: if a fragment cleared the URL's filters, the query is the initial one, but the URL must
    // be written.
    use_effect_with((table.query.clone(), is_touched), move |(query, is_touched)| {
        if *is_touched {
            *due.borrow_mut() = Some(query.clone());
            write_later.emit(());
        }
    });
    // Writes a pending query before a link is followed, so that Back restores it.
    use_event(ListenOn::Document, "click", move |_| write());
}
