//! Renders the results: links in groups, with the matches marked.

use yew::prelude::*;

use super::page_index::{PageIndex, ResultLocation};
use super::snippet::{HighlightRun, ResultSnippet, snippet};
use super::state::SearchState;

/// The groups of visible results. `onopen` receives the index of the opened result's entry.
pub(super) fn results(search: &SearchState, onopen: &Callback<(usize, MouseEvent)>) -> Html {
    let page = search.page_index.borrow();
    let mut groups: Vec<(usize, Vec<Html>)> = Vec::new();
    for at in search.result.ranked.iter().take(search.visible_count) {
        let Some(location) = page.locations.get(*at) else { continue };
        let link = link(*at, location, search, &page, onopen);
        match groups.last_mut() {
            Some((last, links)) if *last == location.group => links.push(link),
            _ => groups.push((location.group, vec![link])),
        }
    }
    let groups = groups.into_iter().enumerate().map(|(at, (group, links))| {
        let (section, heading) = page
            .groups
            .get(group)
            .map(|group| (group.section.clone(), group.heading.clone()))
            .unwrap_or_default();
        html! {
            // Each search renders a new list, because few results keep their position.
            <div key={(search.search_count as usize) << 16 | at} data-section={section}>
                <h2 key={heading.clone()}>{heading}</h2>
                <ol>{links}</ol>
            </div>
        }
    });
    groups.collect()
}

fn link(
    at: usize,
    location: &ResultLocation,
    search: &SearchState,
    page: &PageIndex,
    onopen: &Callback<(usize, MouseEvent)>,
) -> Html {
    let ResultSnippet { title, excerpt } =
        page.index.get(at).map(|entry| snippet(entry, &search.result)).unwrap_or_default();
    html! {
        // The key keeps existing results, which a translator may have changed, when more are shown.
        <li key={at}>
            <a href={location.href.clone()} onclick={onopen.reform(move |event| (at, event))}>
                if !title.is_empty() {
                    <>
                        <b>
                            {runs(&title)}
                            {for location.scripts.iter().map(|(lang, name)| html! {
                                <>{" "}<span lang={lang.clone()}>{name}</span></>
                            })}
                        </b>
                        {" "}
                    </>
                }
                <span>{runs(&excerpt)}</span>
            </a>
        </li>
    }
}

fn runs(runs: &[HighlightRun<'_>]) -> Html {
    let run = |run: &HighlightRun<'_>| {
        let text = run.text.to_owned();
        if run.is_match {
            html! { <mark>{text}</mark> }
        } else {
            text.into()
        }
    };
    runs.iter().map(run).collect()
}
