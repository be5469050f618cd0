//! A section's own words: its head, and its body of paragraphs and cards. What lives in it is `root.rs`.

use yew::prelude::*;

use super::prose;
use crate::components::RenderContext;
use crate::components::chart::PlotFigure;
use crate::components::fact_card::{FactCard, Level};
use crate::components::map::strip;
use crate::components::quiz::GuessBlock;
use crate::components::render_context::legacy_anchors;
use crate::components::share::share_control;
use crate::content::SectionRef;
use crate::content::text::{Block, Inline};

/// What a section's head or body is made from.
#[derive(Properties, PartialEq)]
pub struct SectionPartProps {
    /// The story and its addresses.
    pub ctx: RenderContext,
    /// The section.
    pub section: SectionRef,
    /// Whether the section is a page of its own, so that its title is the page's.
    #[prop_or_default]
    pub alone: bool,
}

/// A section's region, title and standfirst.
#[component]
pub fn SectionHead(props: &SectionPartProps) -> Html {
    let section = &props.ctx.story[props.section];
    let id = format!("{}-title", section.id);
    html! {
        <header class="section-head">
            {legacy_anchors(props.ctx.story.section_aliases(props.section))}
            if props.ctx.shares || !props.alone { {strip(props.section, props.alone, &props.ctx)} }
            <div class="permalink-row">
                <p class="region">{&section.region}</p>
                <a class="permalink" href={props.ctx.links.section_page(props.section)}>
                    {props.ctx.links.section_address(props.section)}
                </a>
                if props.ctx.shares { {share_control(&props.ctx.story.ui.share)} }
            </div>
            if props.alone { <h1 {id}>{&section.title}</h1> } else { <h2 {id}>{&section.title}</h2> }
            <p class="standfirst">{prose(&section.standfirst, &props.ctx)}</p>
        </header>
    }
}

/// A section's paragraphs and cards.
#[component]
pub fn SectionBody(props: &SectionPartProps) -> Html {
    let ctx = &props.ctx;
    let level = if props.alone { Level::Two } else { Level::Three };
    html! {
        <div class="section-body">
            {for ctx.story[props.section].body.iter().map(|block| match block {
                Block::Paragraph(words) => html! { <p>{prose(words, ctx)}</p> },
                Block::Since(paragraphs) => since(paragraphs, ctx),
                Block::Plot(plot) => html! { <PlotFigure ctx={ctx.clone()} plot={*plot} {level} /> },
                Block::Guess(guess) => html! { <GuessBlock ctx={ctx.clone()} guess={*guess} /> },
                Block::Cards(cards) => html! {
                    <div class={classes!("cards", columns(cards.len()))}>
                        {for cards.iter().map(|fact| html! { <FactCard ctx={ctx.clone()} fact={*fact} {level} /> })}
                    </div>
                },
            })}
        </div>
    }
}

/// What came after the feature, set apart from its time.
fn since(paragraphs: &[Vec<Inline>], ctx: &RenderContext) -> Html {
    html! {
        <aside class="since">
            <p class="since-head">{&ctx.story.ui.since}</p>
            {for paragraphs.iter().map(|words| html! { <p>{prose(words, ctx)}</p> })}
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
