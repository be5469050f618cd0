//! A definition as data. All of them are `glossary.json`, which the popover reads when the first one is wanted.

use serde::{Deserialize, Serialize};

/// A definition.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct GlossaryEntry {
    /// The entity's id.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its name in its own scripts: language tag and text.
    pub scripts: Vec<(String, String)>,
    /// What it is: runs of text, some with a language tag.
    pub what: Vec<(String, Option<String>)>,
    /// How many facts are told of it, in words; none if there is none.
    pub facts: Option<String>,
}

#[cfg(not(target_arch = "wasm32"))]
impl GlossaryEntry {
    /// Every definition of a story, in the glossary's order.
    pub fn all(story: &crate::content::Story) -> Vec<Self> {
        let entry = |(at, entity): (_, &crate::content::Entity)| {
            let owner = story.ui.owner(entity).map(|owner| (format!(" {owner}"), None));
            let facts = story.facts_about(at).count();
            Self {
                id: entity.id.clone(),
                name: entity.name.clone(),
                scripts: entity.scripts.iter().map(|(lang, text)| (lang.clone(), text.clone())).collect(),
                what: runs(&entity.what).into_iter().chain(owner).collect(),
                facts: (facts > 0).then(|| story.ui.charts.count(facts)),
            }
        };
        story.entities().map(entry).collect()
    }
}

/// The runs of a text, without links and emphasis.
#[cfg(not(target_arch = "wasm32"))]
fn runs(text: &[crate::content::text::Inline]) -> Vec<(String, Option<String>)> {
    use crate::content::text::Inline;

    let run = |inline: &Inline| match inline {
        Inline::Text(text) => vec![(text.clone(), None)],
        Inline::Foreign { lang, text } => vec![(text.clone(), Some(lang.clone()))],
        Inline::Emphasis(words) | Inline::Fact { words, .. } | Inline::Entity { words, .. } => runs(words),
    };
    text.iter().flat_map(run).collect()
}
