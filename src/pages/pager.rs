//! Links to the previous and next page.

use yew::prelude::*;

use crate::components::RenderContext;

/// Links to the neighbours of a page. `pages` are URLs and titles in reading order; `here` is the page's index.
pub(super) fn pager(pages: &[(String, &str)], here: usize, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    let previous = here.checked_sub(1).and_then(|previous| pages.get(previous));
    let neighbours = [("prev", &ui.previous, previous), ("next", &ui.next, pages.get(here + 1))];
    html! {
        <nav class="pager" aria-label={ui.neighbours.clone()}>
            {for neighbours.into_iter().filter_map(|(rel, label, page)| page.map(|(href, title)| html! {
                <a {rel} href={href.clone()}><span>{label}</span>{" "}<b>{*title}</b></a>
            }))}
        </nav>
    }
}
