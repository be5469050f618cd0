//! The table of contents: a native popover, and a rail beside the story on wide screens. Marks the current section,
//! shows reading progress, and handles the keys `n`, `p` and `/`.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use crate::hooks::reading_position::Sections;
use crate::hooks::timers::use_next_frame;
use crate::hooks::{
    Element, ElementExt, ListenOn, attempt, dom, events, focus, pause_hotkeys, popover, scroll, url,
    use_action, use_event, use_hotkeys, use_mount,
};
use crate::hotkeys;
use crate::islands::Island;

/// The width of the progress bar's view box.
const PROGRESS_WIDTH: u32 = 1000;

/// A section whose top is within this distance of the viewport's top counts as reached, in pixels. `n` goes to the next
/// one.
const HEAD_TOLERANCE: f64 = 120.0;

/// Props of [`Toc`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct TocProps {
    /// Accessible name of the list.
    pub label: String,
    /// All sections in order, the notes last.
    pub sections: Vec<TocEntry>,
    /// Name and URL of the page of all facts.
    pub facts_link: (String, String),
    /// Index of the section on whose page this is; `None` on other pages.
    pub current_page: Option<usize>,
}

/// A link to a section.
#[derive(Clone, Debug, Deserialize_tuple, PartialEq, Serialize_tuple)]
pub struct TocEntry {
    /// The section's id.
    pub id: String,
    /// The short name.
    pub short_name: String,
    /// The URL.
    pub href: String,
}

impl Island for Toc {
    const NAME: &'static str = "toc";
}

/// The list, and the progress bar. The bar is hidden from screen readers, because `aria-current` says the same.
#[component]
pub fn Toc(props: &TocProps) -> Html {
    let sections = use_state_eq(Sections::default);
    let current = use_state_eq(|| None::<usize>);
    let progress = use_state_eq(|| 0_u32);
    {
        let (sections, entries) = (sections.setter(), props.sections.clone());
        use_mount(move || sections.set(Sections::find(entries.iter().map(|entry| &*entry.id))));
    }
    let update = {
        let (sections, current, progress) = (sections.clone(), current.setter(), progress.setter());
        Callback::from(move |()| {
            let state = sections.state();
            current.set(sections.current(state));
            progress.set((sections.progress(state) * f64::from(PROGRESS_WIDTH)) as u32);
        })
    };
    {
        let update = update.clone();
        use_effect_with((*sections).clone(), move |_| update.emit(()));
    }
    let update_soon = use_next_frame(update);
    use_event(ListenOn::Document, "scroll", move |_| update_soon.emit(()));
    use_action("open-search", |control| {
        if control.has_attribute("href") {
            pause_hotkeys();
        }
    });
    use_hotkeys({
        let sections = sections.clone();
        move |key| match key {
            hotkeys::NEXT => go_to_adjacent_section(&sections, true),
            hotkeys::PREVIOUS => go_to_adjacent_section(&sections, false),
            // On a page without a search, follows the link to the search of all facts.
            hotkeys::SEARCH if dom::find("[data-action=search]").is_err() => {
                dom::find("a[data-action=open-search]").map(|link| link.click()).is_ok()
            }
            _ => false,
        }
    });

    let here = current.map(|at| (at, "location")).or(props.current_page.map(|at| (at, "page")));
    html! {
        <>
            <nav id="toc" class="toc" popover="auto" aria-label={props.label.clone()}>
                // The marker has the colour of the current section.
                <ol onclick={on_link_click} data-section={here.and_then(|(at, _)| props.sections.get(at)).map(|entry| entry.id.clone())}>
                    {for props.sections.iter().enumerate().map(|(at, entry)| html! {
                        <li data-section={entry.id.clone()}>
                            <a href={entry.href.clone()} aria-current={here.filter(|(current, _)| *current == at).map(|(_, kind)| kind)}>
                                {&entry.short_name}
                            </a>
                        </li>
                    })}
                    <li><a href={props.facts_link.1.clone()}>{&props.facts_link.0}</a></li>
                </ol>
            </nav>
            <svg class="reading-progress" viewBox={format!("0 0 {PROGRESS_WIDTH} 1")} preserveAspectRatio="none" aria-hidden="true">
                <rect height="1" width={progress.to_string()} />
            </svg>
        </>
    }
}

/// Closes the list, and goes to the section of a link. Firefox would follow the link later, and take the focus away.
fn on_link_click(event: MouseEvent) {
    let link = events::target_element(&event).and_then(|target| target.nearest("a[href^='#']"));
    let Some(link) = link.filter(|_| !events::is_modified_click(&event)) else { return };
    let Ok(section) = dom::by_id(link.attribute("href").trim_start_matches('#')) else { return };
    event.prevent_default();
    // Closing returns the focus to the button.
    popover::hide("#toc");
    go_to_section(&section);
}

/// Goes to a section with an entry in the history, and focuses its head.
fn go_to_section(section: &Element) {
    attempt(|| url::set_fragment(&section.id()));
    // Setting an unchanged fragment does not scroll.
    scroll::scroll_to(section);
    attempt(|| focus::focus_unfocusable(&section.find(".section-head")?));
}

/// Goes to the next or previous section of the story. On other pages, follows the pager's link.
fn go_to_adjacent_section(sections: &Sections, forward: bool) -> bool {
    if dom::find(".subpage").is_ok() {
        let link = dom::find(if forward { ".subpage [rel=next]" } else { ".subpage [rel=prev]" });
        return link.map(|link| link.click()).is_ok();
    }
    let found = if forward {
        sections.elements().find(|section| scroll::top_of(section) > HEAD_TOLERANCE)
    } else {
        sections.elements().filter(|section| scroll::top_of(section) < 0.0).last()
    };
    let Some(section) = found else { return false };
    go_to_section(section);
    true
}
