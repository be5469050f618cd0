//! Published ids, and the redirects of those that are gone.

use std::collections::BTreeMap;
use std::ops::Index;

use super::date::PartialDate;
use super::model::{FactRef, SectionRef, Story};

/// The list of published ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdRegistry {
    /// The day on which each section came on the list.
    pub sections: BTreeMap<SectionRef, PartialDate>,
    /// The day on which each fact came on the list.
    pub facts: BTreeMap<FactRef, PartialDate>,
    /// The ids that are gone.
    pub redirects: Vec<Redirect>,
}

/// An id that is gone, and what took its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// A fact's.
    Fact {
        /// The id.
        from: String,
        /// The fact that replaces it.
        to: FactRef,
    },
    /// A section's.
    Section {
        /// The id.
        from: String,
        /// The section that replaces it.
        to: SectionRef,
    },
}

/// A place in [`IdRegistry::redirects`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RedirectRef(usize);

impl Index<RedirectRef> for Story {
    type Output = Redirect;

    fn index(&self, at: RedirectRef) -> &Redirect {
        &self.ids.redirects[at.0]
    }
}

impl Story {
    /// Every id that is gone.
    pub fn redirects(&self) -> impl Iterator<Item = RedirectRef> + use<> {
        (0..self.ids.redirects.len()).map(RedirectRef)
    }

    /// The ids of facts that are gone and that this one took the place of.
    pub fn fact_aliases(&self, fact: FactRef) -> impl Iterator<Item = &str> {
        self.ids.redirects.iter().filter_map(move |redirect| match redirect {
            Redirect::Fact { from, to } => (*to == fact).then_some(from.as_str()),
            Redirect::Section { .. } => None,
        })
    }

    /// A fact's id, then its former ones.
    pub fn fact_ids(&self, fact: FactRef) -> impl Iterator<Item = &str> {
        std::iter::once(self[fact].id.as_str()).chain(self.fact_aliases(fact))
    }

    /// The ids of sections that are gone and that this one took the place of.
    pub fn section_aliases(&self, section: SectionRef) -> impl Iterator<Item = &str> {
        self.ids.redirects.iter().filter_map(move |redirect| match redirect {
            Redirect::Section { from, to } => (*to == section).then_some(from.as_str()),
            Redirect::Fact { .. } => None,
        })
    }
}
