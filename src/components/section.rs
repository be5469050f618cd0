//! A section's own words: its head, and its body of paragraphs and cards. What lives in it is `root.rs`.

use yew::prelude::*;

use super::card::{FactCard, Level};
use super::guess::GuessBlock;
use super::map::strip;
use super::plot::PlotFigure;
use super::share::share_control;
use super::{Stage, former, prose};
use crate::content::SectionRef;
use crate::content::text::{Block, Inline};

/// What a section's head or body is made from.
#[derive(Properties, PartialEq)]
pub struct SectionPartProps {
    /// The story and its addresses.
    pub stage: Stage,
    /// The section.
    pub section: SectionRef,
    /// Whether the section is a page of its own, so that its title is the page's.
    #[prop_or_default]
    pub alone: bool,
}

/// A section's region, title and standfirst.
#[component]
pub fn SectionHead(props: &SectionPartProps) -> Html {
    let section = &props.stage.story[props.section];
    let id = format!("{}-title", section.id);
    html! {
        <header class="section-head">
            {former(props.stage.story.section_aliases(props.section))}
            if props.stage.shares || !props.alone { {strip(props.section, props.alone, &props.stage)} }
            <div class="place">
                <p class="region">{&section.region}</p>
                <a class="own" href={props.stage.links.section_page(props.section)}>
                    {props.stage.links.section_address(props.section)}
                </a>
                if props.stage.shares { {share_control(&props.stage.story.ui.share)} }
            </div>
            if props.alone { <h1 {id}>{&section.title}</h1> } else { <h2 {id}>{&section.title}</h2> }
            <p class="standfirst">{prose(&section.standfirst, &props.stage)}</p>
        </header>
    }
}

/// A section's paragraphs and cards.
#[component]
pub fn SectionBody(props: &SectionPartProps) -> Html {
    let stage = &props.stage;
    let level = if props.alone { Level::Two } else { Level::Three };
    html! {
        <div class="section-body">
            {for stage.story[props.section].body.iter().map(|block| match block {
                Block::Paragraph(words) => html! { <p>{prose(words, stage)}</p> },
                Block::Since(paragraphs) => since(paragraphs, stage),
                Block::Plot(plot) => html! { <PlotFigure stage={stage.clone()} plot={*plot} {level} /> },
                Block::Guess(guess) => html! { <GuessBlock stage={stage.clone()} guess={*guess} /> },
                Block::Cards(cards) => html! {
                    <div class={classes!("cards", columns(cards.len()))}>
                        {for cards.iter().map(|fact| html! { <FactCard stage={stage.clone()} fact={*fact} {level} /> })}
                    </div>
                },
            })}
        </div>
    }
}

/// What came after the feature, set apart from its time.
fn since(paragraphs: &[Vec<Inline>], stage: &Stage) -> Html {
    html! {
        <aside class="since">
            <p class="since-head">{&stage.story.ui.since}</p>
            {for paragraphs.iter().map(|words| html! { <p>{prose(words, stage)}</p> })}
        </aside>
    }
}

/// As many columns as cards stand side by side on a wide screen; three are not parted, and more fall into pairs.
fn columns(cards: usize) -> Option<&'static str> {
    match cards {
        0 | 1 => None,
        3 => Some("three"),
        _ => Some("two"),
    }
}
