//! Which ids have been published, and where those went that are gone. Knows nothing of pages.

use std::collections::BTreeMap;
use std::ops::Index;

use super::date::AsOf;
use super::model::{FactRef, SectionRef, Story};

/// The list of published ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The day on which each section came on the list.
    pub sections: BTreeMap<SectionRef, AsOf>,
    /// The day on which each fact came on the list.
    pub facts: BTreeMap<FactRef, AsOf>,
    /// The ids that are gone.
    pub moved: Vec<Moved>,
}

/// An id that is gone, and what took its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// A fact's.
    Fact {
        /// The id.
        from: String,
        /// The fact that tells it now.
        to: FactRef,
    },
    /// A section's.
    Section {
        /// The id.
        from: String,
        /// The section that tells it now.
        to: SectionRef,
    },
}

/// A place in [`Published::moved`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MovedRef(usize);

impl Index<MovedRef> for Story {
    type Output = Moved;

    fn index(&self, at: MovedRef) -> &Moved {
        &self.published.moved[at.0]
    }
}

impl Story {
    /// Every id that is gone.
    pub fn moved(&self) -> impl Iterator<Item = MovedRef> + use<> {
        (0..self.published.moved.len()).map(MovedRef)
    }

    /// The ids of facts that are gone and that this one took the place of.
    pub fn formerly(&self, fact: FactRef) -> impl Iterator<Item = &str> {
        self.published.moved.iter().filter_map(move |moved| match moved {
            Moved::Fact { from, to } if *to == fact => Some(from.as_str()),
            _ => None,
        })
    }

    /// The ids of sections that are gone and that this one took the place of.
    pub fn formerly_section(&self, section: SectionRef) -> impl Iterator<Item = &str> {
        self.published.moved.iter().filter_map(move |moved| match moved {
            Moved::Section { from, to } if *to == section => Some(from.as_str()),
            _ => None,
        })
    }
}
