//! Published ids, and the redirects of former ids.

use std::collections::BTreeMap;
use std::ops::Index;

use super::date::PartialDate;
use super::model::{FactRef, SectionRef, Story};

/// Registry of published ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdRegistry {
    /// Day on which each section was registered.
    pub sections: BTreeMap<SectionRef, PartialDate>,
    /// Day on which each fact was registered.
    pub facts: BTreeMap<FactRef, PartialDate>,
    /// Former ids.
    pub redirects: Vec<Redirect>,
}

impl IdRegistry {
    /// Day on which the story was published: the first day of a section.
    pub fn first_published(&self) -> Option<PartialDate> {
        self.sections.values().min().copied()
    }

    /// Day on which the newest section or fact was published.
    pub fn last_published(&self) -> Option<PartialDate> {
        self.sections.values().chain(self.facts.values()).max().copied()
    }
}

/// A former id and its successor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// A fact.
    Fact {
        /// The former id.
        from: String,
        /// The fact that replaces it.
        to: FactRef,
    },
    /// A section.
    Section {
        /// The former id.
        from: String,
        /// The section that replaces it.
        to: SectionRef,
    },
}

/// Index of a redirect in [`IdRegistry::redirects`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RedirectRef(usize);

impl Index<RedirectRef> for Story {
    type Output = Redirect;

    fn index(&self, redirect: RedirectRef) -> &Redirect {
        &self.ids.redirects[redirect.0]
    }
}

impl Story {
    /// All redirects.
    pub fn redirects(&self) -> impl Iterator<Item = RedirectRef> + use<> {
        (0..self.ids.redirects.len()).map(RedirectRef)
    }

    /// Former ids of a fact.
    fn fact_aliases(&self, fact: FactRef) -> impl Iterator<Item = &str> {
        self.ids.redirects.iter().filter_map(move |redirect| match redirect {
            Redirect::Fact { from, to } => (*to == fact).then_some(from.as_str()),
            Redirect::Section { .. } => None,
        })
    }

    /// Id of a fact, then its former ids.
    pub fn fact_ids(&self, fact: FactRef) -> impl Iterator<Item = &str> {
        std::iter::once(self[fact].id.as_str()).chain(self.fact_aliases(fact))
    }

    /// Former ids of a section.
    pub fn section_aliases(&self, section: SectionRef) -> impl Iterator<Item = &str> {
        self.ids.redirects.iter().filter_map(move |redirect| match redirect {
            Redirect::Section { from, to } => (*to == section).then_some(from.as_str()),
            Redirect::Fact { .. } => None,
        })
    }
}
