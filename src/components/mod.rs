//! How each piece of the article looks. Knows the story and, through [`Links`], that things have
//! addresses; never which pages exist, what stands in `<head>`, or which features are on.

mod card;
mod comfort;
mod dialog;
mod embed_dialog;
mod facts;
mod glossary;
mod guess;
mod map;
mod newer;
mod notes;
mod pause;
mod plot;
mod root;
mod search;
mod section;
mod share;
mod sources;
mod text;
mod tools;
mod way;

use std::rc::Rc;

use card::figure as fact_figure;
pub use card::{FactCard, Level};
pub use comfort::{Keyed, comfort_control, comfort_dialog};
pub use embed_dialog::{Offer, embed_dialog};
pub use facts::{facts_controls, facts_table};
pub use glossary::Glossary;
pub use map::{Beside, Contents};
pub use newer::newer_line;
pub use notes::{Omissions, Phrases, Told};
pub use pause::with_pauses;
pub use root::{Root, RootProps, Rooted};
pub use search::search_field;
pub use section::{SectionBody, SectionHead};
pub use share::{citation_files, share_control, share_dialog};
pub use sources::{Records, References};
pub use text::prose;
pub use tools::ToolsProps;
pub use way::{offer_to_go_on, way};
use yew::{AttrValue, Html, html};

use crate::content::{EntityRef, FactRef, PlotRef, RecordRef, ReferenceRef, SectionRef, Story};

/// Where things are, as seen from the page being made.
pub trait Links {
    /// Where a fact stands: on this page if it can, else on its own.
    fn fact(&self, fact: FactRef) -> String;
    /// A fact's own page.
    fn fact_page(&self, fact: FactRef) -> String;
    /// A fact's address as people read it.
    fn fact_address(&self, fact: FactRef) -> String;
    /// A fact's place in the story.
    fn fact_in_story(&self, fact: FactRef) -> String;
    /// A section: on this page if it is here, else its own page.
    fn section(&self, section: SectionRef) -> String;
    /// A section's own page.
    fn section_page(&self, section: SectionRef) -> String;
    /// A section's address as people read it.
    fn section_address(&self, section: SectionRef) -> String;
    /// An entity's definition.
    fn entity(&self, entity: EntityRef) -> String;
    /// An entity's entry on the page of the notes, where all is told of it.
    fn entry(&self, entity: EntityRef) -> String;
    /// An entry of the article's list.
    fn reference(&self, reference: ReferenceRef) -> String;
    /// A source that we checked: its entry on the page of the notes, else the source itself.
    fn record(&self, record: RecordRef) -> String;
    /// A plot's picture, in the format of that ending.
    fn plot_file(&self, plot: PlotRef, ending: &str) -> String;
    /// All facts.
    fn facts(&self) -> String;
    /// All facts as data, in the format of that ending.
    fn facts_file(&self, ending: &str) -> String;
    /// The story.
    fn story(&self) -> String;
}

/// What every component needs: the story, and where things are.
#[derive(Clone)]
pub struct Stage {
    /// The story.
    pub story: Rc<Story>,
    /// Where things are.
    pub links: Rc<dyn Links>,
    /// Whether things can be shared from the page: not from a frame, where a dialog would open out of sight.
    pub shares: bool,
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        self.shares == other.shares
            && Rc::ptr_eq(&self.story, &other.story)
            && Rc::ptr_eq(&self.links, &other.links)
    }
}

/// Anchors of ids that are gone, where what took their place stands.
fn former<'a>(ids: impl Iterator<Item = &'a str>) -> Html {
    ids.map(|id| html! { <span id={id.to_owned()}></span> }).collect()
}

/// The anchor of an entity's definition.
pub fn entity_anchor(id: &str) -> AttrValue {
    format!("entity-{id}").into()
}
