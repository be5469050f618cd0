//! Shows what was found: groups of links, and their count. Every word of its own stands in the page already.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::super::{document, events};
use super::matching::Found;
use super::passage::{Run, passages};
use super::reading::Reading;
use crate::pattern::{escape, fill};

/// How many results fill the panel: those that a key press waits for.
pub(super) const FIRST: usize = 7;

/// How many results there are before the reader asks for more, and how many more they get.
pub(super) const PAGE: usize = 40;

/// The panel below the field.
pub(super) struct Panel(Element);

impl Panel {
    /// The page's panel.
    pub(super) fn find() -> Option<Self> {
        document()?.query_selector("[data-search=panel]").ok()?.map(Self)
    }

    /// Whether it is closed.
    pub(super) fn is_closed(&self) -> bool {
        self.0.has_attribute("hidden")
    }

    /// Closes it.
    pub(super) fn close(&self) {
        let _ = self.0.set_attribute("hidden", "");
        self.tell("");
    }

    /// Opens it, in view.
    pub(super) fn open(&self) {
        if self.is_closed() {
            let _ = self.0.remove_attribute("hidden");
            bring_near(&self.0);
        }
    }

    /// Shows the first so many of what was found.
    pub(super) fn show(&self, query: &str, found: &Found, reading: &Reading, most: usize) -> Option<()> {
        let count = found.entries.len();
        let whole = reading.is_done();
        let pattern = match count {
            0 if !whole => String::new(),
            0 => self.word("none")?,
            1 => self.word("one")?,
            _ => self.word("many")?,
        };
        let said = fill(&pattern, &[("query", query), ("count", &count.to_string())]);
        self.part("count")?.set_text_content(Some(&said));
        let mut html = String::new();
        let mut last = None;
        for at in found.entries.iter().take(most) {
            write_result(&mut html, *at, found, reading, &mut last);
        }
        if last.is_some() {
            html.push_str("</ol></div>");
        }
        let list = self.part("list")?;
        list.set_inner_html(&html);
        let more = self.part("more")?;
        let _ = more.toggle_attribute_with_force("hidden", count <= most);
        let next = count.saturating_sub(most).min(PAGE).to_string();
        more.set_text_content(Some(&fill(&self.word("more")?, &[("count", &next)])));
        if whole {
            self.tell(&said);
        }
        Some(())
    }

    /// Whether the reader is among the results.
    pub(super) fn has_focus(&self) -> bool {
        let active = document().and_then(|document| document.active_element());
        active.is_some_and(|active| self.0.contains(Some(&active)))
    }

    /// Moves the focus to a result.
    pub(super) fn focus(&self, at: usize) -> Option<()> {
        let link = self.0.query_selector_all("a").ok()?.item(u32::try_from(at).ok()?)?;
        link.dyn_into::<HtmlElement>().ok()?.focus().ok()
    }

    /// Tells listeners once the reader rests, so that they hear counts and not keys.
    fn tell(&self, said: &str) {
        let Some(status) =
            self.0.parent_element().and_then(|place| place.query_selector("[role=status]").ok()?)
        else {
            return;
        };
        // The wish stands in the page: whoever comes last has written it.
        let _ = status.set_attribute("data-next", said);
        let said = said.to_owned();
        events::later(REST, move || {
            if status.get_attribute("data-next").as_deref() == Some(&said)
                && status.text_content().as_deref() != Some(&said)
            {
                status.set_text_content(Some(&said));
            }
        });
    }

    fn part(&self, name: &str) -> Option<Element> {
        self.0.query_selector(&format!("[data-search={name}]")).ok()?
    }

    fn word(&self, name: &str) -> Option<String> {
        self.0.get_attribute(&format!("data-{name}"))
    }
}

/// Scrolls no further than it takes to have a place in view; the style says with how much room.
pub(super) fn bring_near(place: &Element) {
    let near = ScrollIntoViewOptions::new();
    near.set_block(ScrollLogicalPosition::Nearest);
    place.scroll_into_view_with_scroll_into_view_options(&near);
}

/// How long a reader rests between words, in milliseconds.
const REST: i32 = 700;

/// Writes a result as a link, after the head of its group if it is the first of it.
fn write_result(
    html: &mut String,
    at: usize,
    found: &Found,
    reading: &Reading,
    last: &mut Option<usize>,
) -> Option<()> {
    let entry = reading.index.get(at)?;
    if *last != Some(entry.group) {
        if last.is_some() {
            html.push_str("</ol></div>");
        }
        *last = Some(entry.group);
        let group = reading.groups.get(entry.group)?;
        html.push_str("<div data-section=\"");
        escape(html, &group.section);
        html.push_str("\"><h2>");
        escape(html, &group.title);
        html.push_str("</h2><ol>");
    }
    html.push_str("<li><a data-entry=\"");
    html.push_str(&at.to_string());
    html.push_str("\" href=\"#");
    escape(html, &anchor(reading.places.get(at)?, &reading.groups.get(entry.group)?.section));
    html.push_str("\">");
    let (title, passage) = passages(entry, found);
    if !title.is_empty() {
        html.push_str("<b>");
        write_runs(html, &title);
        html.push_str("</b> ");
    }
    html.push_str("<span>");
    write_runs(html, &passage);
    html.push_str("</span></a></li>");
    Some(())
}

/// Where a result leads: to itself if it has an address, else to its section.
fn anchor(place: &Element, section: &str) -> String {
    Some(place.id()).filter(|id| !id.is_empty()).unwrap_or_else(|| section.to_owned())
}

fn write_runs(html: &mut String, runs: &[Run]) {
    for run in runs {
        html.push_str(if run.marked { "<mark>" } else { "" });
        escape(html, run.text);
        html.push_str(if run.marked { "</mark>" } else { "" });
    }
}
