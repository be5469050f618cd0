//! The story as data. Each file has a part of the story, and reads it from the content folder. Compiled only for the
//! build.

pub mod date;
mod edition;
mod entity;
mod fact;
mod figure;
mod format;
mod guess;
mod id_registry;
mod kinds;
pub mod language;
mod ledger;
mod literal_translations;
pub mod load;
mod lookup;
mod map;
mod number_notation;
mod plot;
mod section;
mod source;
mod story;
pub mod text;

pub use edition::Edition;
pub use entity::{Entity, EntityRef};
pub use fact::{Fact, FactRef};
pub use figure::{Amount, Figure};
pub use guess::{Guess, GuessRef};
pub use id_registry::{ID_PATTERN, IdRegistry, Redirect, RedirectRef};
pub use kinds::*;
pub use ledger::Omission;
pub use literal_translations::{LiteralTranslation, LiteralTranslations};
pub use map::{Map, MapRegion};
pub use plot::*;
pub use section::{Section, SectionRef};
pub use source::{Record, RecordRef, Reference, ReferenceRef};
pub use story::{MAX_DESCRIPTION, SourceArticle, Story};
