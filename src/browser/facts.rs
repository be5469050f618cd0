//! The page of all facts: hides the rows that its fields leave out, moves the others into the order that is asked for,
//! and keeps all of that in the address. Knows the page's HTML, never the story: what a row is filtered and ordered by
//! stands in it.

mod download;
mod fields;

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use self::fields::{Field, SEARCH, SORT};
use super::roots::elements;
use super::search::matching::{Found, Index};
use super::search::reading::parts;
use super::{document, events};
use crate::pattern::fill;

/// How long the address and those who listen wait for a reader who types, in milliseconds. Browsers refuse an address
/// that changes more often than a hundred times in half a minute.
const REST: i32 = 400;

struct Row {
    element: Element,
    /// What filters may ask of it, by a space.
    tags: String,
    /// Its place in the order of each column, by a space.
    ranks: String,
}

#[derive(Default)]
struct Table {
    /// In the order of the story.
    rows: Vec<Row>,
    index: Index,
    found: Found,
    /// What is shown, as the address has it, and in which order.
    query: String,
    sort: String,
}

thread_local! {
    static TABLE: RefCell<Table> = RefCell::default();
    /// The address is to be written.
    static DUE: Cell<bool> = const { Cell::new(false) };
    /// The fields are to be answered.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Shows what the address asks for, and follows the fields, if this is the page of all facts.
pub fn follow() {
    let (Some(document), Some(window)) = (document(), super::window()) else { return };
    if part("count").is_none() {
        return;
    }
    events::soon(|| {
        TABLE.with_borrow_mut(Table::read);
        fields::restore();
        changed();
    });
    events::listen(&window, "popstate", |_| {
        fields::restore();
        changed();
    });
    // A key that clears a field tells of nothing else.
    for kind in ["input", "change", "keyup"] {
        events::listen(&document, kind, |_| {
            events::one_answer(&ASKED, events::after_paint, changed);
        });
    }
    events::listen(&document, "click", |event| {
        // Whoever follows a link finds on the way back what they have left.
        settle();
        pressed(event);
    });
}

fn changed() {
    if show().is_some() && !DUE.replace(true) {
        events::later(REST, settle);
    }
}

/// Writes the address, and tells how many there are.
fn settle() {
    if DUE.replace(false) {
        fields::keep(&TABLE.with_borrow(|table| table.query.clone()));
        if let (Some(status), Some(count)) = (part("status"), part("count")) {
            status.set_text_content(count.text_content().as_deref());
        }
    }
}

fn pressed(event: &Event) -> Option<()> {
    let place = events::target(event)?;
    let control =
        place.closest("[data-action=sort], [data-facts=clear], [data-action=download] a").ok()??;
    if control.tag_name() == "A" {
        event.prevent_default();
        download::hand_out(control.dyn_into().ok()?);
        return Some(());
    }
    let fields = Field::all();
    if let Some(column) = control.parent_element().and_then(|head| head.get_attribute("data-column")) {
        let sort = fields.iter().find(|field| field.name == SORT)?;
        // Upwards, downwards, and as the story has them.
        sort.set(&match sort.value.strip_prefix('-') {
            _ if sort.value == column => format!("-{column}"),
            Some(down) if down == column => String::new(),
            _ => column,
        });
    } else {
        fields.iter().filter(|field| field.narrows()).for_each(|field| field.set(""));
        // The control goes away; who pressed it goes on from the first field.
        fields.first()?.focus();
    }
    changed();
    Some(())
}

/// Shows what the fields ask for; nothing if that is shown already.
fn show() -> Option<()> {
    TABLE.with_borrow_mut(|table| table.show(&Field::all()))
}

impl Table {
    fn read(&mut self) {
        for element in elements("#facts tbody tr") {
            let read = |name: &str| element.get_attribute(name).unwrap_or_default();
            let (tags, ranks) = (read("data-tags"), read("data-ranks"));
            self.index.add(0, false, parts(&element, "th, td").join("\n"));
            self.rows.push(Row { element, tags, ranks });
        }
        for option in elements("[name=entity] > [value], [name=region] > [value]") {
            let scripts = option.get_attribute("data-names").unwrap_or_default();
            let name = option.text_content().unwrap_or_default();
            self.index.name([name.as_str()].into_iter().chain(scripts.split('|')));
        }
    }

    fn show(&mut self, fields: &[Field]) -> Option<()> {
        let query = fields::query(fields);
        if query == self.query {
            return None;
        }
        self.query = query;
        let value =
            |name: &str| fields.iter().find(|field| field.name == name).map_or("", |field| &field.value);
        self.found = self.index.find(value(SEARCH), &self.found);
        let mut suits = vec![self.found.is_idle(); self.rows.len()];
        for at in &self.found.entries {
            if let Some(suits) = suits.get_mut(*at) {
                *suits = true;
            }
        }
        let wanted: Vec<_> = fields.iter().filter_map(Field::tag).collect();
        let mut count = 0;
        for (row, suits) in self.rows.iter().zip(suits) {
            let shown = suits && wanted.iter().all(|wanted| row.tags.split(' ').any(|tag| tag == wanted));
            count += u32::from(shown);
            let _ = row.element.toggle_attribute_with_force("hidden", !shown);
        }
        let narrowed = fields.iter().any(|field| field.narrows() && !field.value.is_empty());
        hide("clear", !narrowed);
        hide("none", count > 0);
        let place = part("count")?;
        let said = fill(&place.get_attribute("data-pattern")?, &[("shown", &count.to_string())]);
        place.set_text_content(Some(&said));
        let sort = value(SORT);
        if sort != self.sort {
            self.sort = sort.to_owned();
            self.sort();
        }
        Some(())
    }

    /// Moves the rows into the order of a column; those that have no place in it come last either way.
    fn sort(&self) -> Option<()> {
        let down = self.sort.strip_prefix('-');
        let column = down.unwrap_or(&self.sort);
        let mut at = None;
        for (place, head) in elements("[data-column]").iter().enumerate() {
            let mut order = "none";
            if head.get_attribute("data-column").as_deref() == Some(column) {
                at = Some(place);
                order = if down.is_some() { "descending" } else { "ascending" };
            }
            let _ = head.set_attribute("aria-sort", order);
        }
        let count = self.rows.len();
        let mut places = vec![Vec::new(); count + 1];
        for (own, row) in self.rows.iter().enumerate() {
            let rank = match at {
                None => own,
                Some(at) => match row.ranks.split(' ').nth(at).and_then(|rank| rank.parse().ok()) {
                    Some(rank) if down.is_some() => count.saturating_sub(1).saturating_sub(rank),
                    rank => rank.unwrap_or(count),
                },
            };
            places.get_mut(rank)?.push(&row.element);
        }
        let body = self.rows.first()?.element.parent_element()?;
        for row in places.iter().flatten() {
            body.append_child(row).ok()?;
        }
        Some(())
    }
}

fn part(name: &str) -> Option<Element> {
    document()?.query_selector(&["[data-facts=", name, "]"].concat()).ok()?
}

fn hide(name: &str, hidden: bool) {
    if let Some(part) = part(name) {
        let _ = part.toggle_attribute_with_force("hidden", hidden);
    }
}
