//! The story as data. Each file has a part of the story, and reads it from the content folder. Compiled only for the
//! build.

pub mod date;
mod edition;
mod entity;
mod fact;
mod figure;
mod foreign_currency;
mod format;
mod guess;
mod id_registry;
mod ids;
mod kinds;
pub mod language;
mod ledger;
mod literal_translations;
pub mod load;
mod lookup;
mod map;
mod number_notation;
mod parse;
mod plot;
mod refs;
mod section;
mod source;
mod story;
pub mod text;

pub use edition::Edition;
pub use entity::Entity;
pub use fact::Fact;
pub use figure::{Amount, Figure};
pub use guess::Guess;
pub use id_registry::{IdRegistry, Redirect, RedirectRef};
pub use ids::ID_PATTERN;
pub use kinds::*;
pub use ledger::Omission;
pub use literal_translations::{LiteralTranslation, LiteralTranslations};
pub use map::{Map, MapRegion};
pub use plot::*;
pub use refs::*;
pub use section::Section;
pub use source::{Record, Reference};
pub use story::{MAX_DESCRIPTION, SourceArticle, Story};
