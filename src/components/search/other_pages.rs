//! What can be found besides the page: the glossary, and the facts that have no card in it.

use std::cell::RefCell;

use super::search_box::SearchBoxProps;
use super::state::PageIndex;
use crate::components::preview::Preview;
use crate::hooks::page_text::Passage;
use crate::hooks::{ElementExt, dom, fetch};

/// Adds the previews to the index, if they can be had.
pub(super) async fn add_previews(props: &SearchBoxProps, page: &RefCell<PageIndex>) {
    let previews = fetch::fetch_json::<Vec<Preview>>(&props.previews).await.unwrap_or_default();
    for preview in previews {
        let is_definition = preview.verdict_and_sources.is_none();
        if dom::by_id(&preview.id).is_ok_and(|anchor| anchor.nearest(".fact").is_some()) {
            continue;
        }
        let names: Vec<_> = [preview.title.clone()]
            .into_iter()
            .chain(preview.scripts.iter().map(|(_, name)| name.clone()))
            .collect();
        let text: String = preview.text.iter().map(|(text, _)| text.as_str()).collect();
        let heading = if is_definition { &props.text.glossary } else { &props.text.facts };
        page.borrow_mut().add(Passage {
            element: None,
            href: [props.root.as_str(), &preview.path].concat(),
            section: String::new(),
            heading: heading.clone(),
            text: [names.join(" "), text].join("\n"),
            is_definition,
            names: if is_definition { vec![[names, preview.aliases].concat()] } else { Vec::new() },
        });
    }
}
