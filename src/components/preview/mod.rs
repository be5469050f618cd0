//! Previews of entities and facts, for their links and for the search. All are in one file, `previews.json`, which is
//! fetched when first needed.

mod controller;
mod popover;
mod view;

use std::cell::OnceCell;
use std::rc::Rc;

use serde_tuple::{Deserialize_tuple, Serialize_tuple};

pub use popover::{PreviewPopover, PreviewPopoverProps};

use crate::hooks::{BrowserResult, fetch};

/// A preview as data.
#[derive(Clone, Debug, Deserialize_tuple, PartialEq, Serialize_tuple)]
pub struct Preview {
    /// The id: `entity-<id>`, or the fact's.
    pub id: String,
    /// The name, or the fact's title.
    pub title: String,
    /// The name in its own scripts: BCP 47 tag and text.
    pub scripts: Vec<(String, String)>,
    /// Other names, for the search.
    pub aliases: Vec<String>,
    /// The definition, or the fact's claim: runs of text, some with a language tag.
    pub text: Vec<(String, Option<String>)>,
    /// The verdict of a fact, as in content files.
    pub verdict: Option<String>,
    /// The verdict of a fact in words, and its sources.
    pub verdict_and_sources: Option<String>,
    /// The path of the page with more, below the site's root.
    pub path: String,
    /// The label of the link to that page; `None` without a link.
    pub more_label: Option<String>,
}

thread_local! {
    static PREVIEWS: OnceCell<Rc<[Preview]>> = const { OnceCell::new() };
}

/// All previews, fetched once from `url`. After a failure, the next call tries again.
///
/// # Errors
///
/// If the file cannot be fetched or read.
pub(crate) async fn load(url: &str) -> BrowserResult<Rc<[Preview]>> {
    if let Some(known) = PREVIEWS.with(|previews| previews.get().cloned()) {
        return Ok(known);
    }
    let fetched: Rc<[Preview]> = fetch::fetch_json::<Vec<Preview>>(url).await?.into();
    Ok(PREVIEWS.with(|previews| Rc::clone(previews.get_or_init(|| fetched))))
}

#[cfg(not(target_arch = "wasm32"))]
mod from_story {
    use super::Preview;
    use crate::content::text::Inline;
    use crate::content::{Entity, EntityRef, FactRef, Story, Verdict};
    use crate::routes::Page;
    use crate::url_paths::entity_anchor;

    impl Preview {
        /// All previews of a story: entities in the glossary's order, then facts in reading order.
        pub fn all(story: &Story) -> Vec<Self> {
            let entities =
                story.entities().map(|(entity_ref, entity)| Self::entity(entity_ref, entity, story));
            entities.chain(story.facts_in_order().map(|fact| Self::fact(fact, story))).collect()
        }

        fn entity(entity_ref: EntityRef, entity: &Entity, story: &Story) -> Self {
            let owner = story.ui.owner_sentence(entity).map(|owner| (format!(" {owner}"), None));
            let facts = story.facts_about(entity_ref).count();
            let id = entity_anchor(&entity.id);
            let notes = story.notes_section().map(|notes| Page::Section(notes).path(story));
            Self {
                path: format!("{}#{id}", notes.unwrap_or_default()),
                id,
                title: entity.name.clone(),
                scripts: entity.scripts.iter().map(|(lang, text)| (lang.clone(), text.clone())).collect(),
                aliases: entity.aliases.clone(),
                text: runs(&entity.definition).into_iter().chain(owner).collect(),
                verdict: None,
                verdict_and_sources: None,
                more_label: (facts > 0).then(|| story.ui.plots.fact_count_text(facts)),
            }
        }

        fn fact(fact_ref: FactRef, story: &Story) -> Self {
            let fact = &story[fact_ref];
            let sources = match story.source_names(fact).join("; ").as_str() {
                "" => String::new(),
                outlets => format!(" {}: {outlets}.", story.ui.sources),
            };
            let text = if fact.adds.is_empty() { &fact.claim } else { &fact.adds };
            Self {
                id: fact.id.clone(),
                title: fact.title.clone(),
                scripts: Vec::new(),
                aliases: Vec::new(),
                text: runs(text),
                verdict: fact.verdict.map(|verdict: Verdict| verdict.as_str().to_owned()),
                verdict_and_sources: Some(format!("{}.{sources}", story.ui.verdict_or_kind(fact))),
                path: Page::Fact(fact_ref).path(story),
                more_label: Some(story.ui.fact_page_link.clone()),
            }
        }
    }

    /// The runs of a text, without links and emphasis.
    fn runs(text: &[Inline]) -> Vec<(String, Option<String>)> {
        let run = |inline: &Inline| match inline {
            Inline::Text(text) => vec![(text.clone(), None)],
            Inline::Foreign { lang, text } => vec![(text.clone(), Some(lang.clone()))],
            Inline::Emphasis(children) | Inline::Fact { children, .. } | Inline::Entity { children, .. } => {
                runs(children)
            }
        };
        text.iter().flat_map(run).collect()
    }
}
