//! A section: its head, and its body of passages, charts and quizzes.

use yew::prelude::*;

use super::prose;
use crate::components::RenderContext;
use crate::components::chart::PlotFigure;
use crate::components::fact_card::{FactCard, Level};
use crate::components::quiz::quiz;
use crate::components::render_context::anchors;
use crate::content::text::{Block, Inline};
use crate::content::{FactRef, SectionRef};
use crate::template::fill;

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
    let SectionPartProps { ctx, section: at, alone } = props;
    let section = &ctx.story[*at];
    let id = format!("{}-title", section.id);
    html! {
        <>
            // Not in the head, which lies under the site header.
            if !*alone { {skip(*at, ctx)} }
            <header class="section-head">
                {anchors(ctx.story.section_aliases(*at))}
                <p class="region">{&section.region}</p>
                if *alone {
                    <h1 {id}>{&section.title}</h1>
                } else {
                    <h2 {id}><a href={ctx.links.section_page(*at)}>{&section.title}</a></h2>
                }
                <p class="standfirst">{prose(&section.standfirst, ctx)}</p>
            </header>
        </>
    }
}

/// The way past a section with cards, to the next one.
fn skip(at: SectionRef, ctx: &RenderContext) -> Html {
    let next = ctx.story.sections().skip_while(|(own, _)| *own != at).nth(1);
    let Some((next, section)) = next.filter(|_| !ctx.story[at].cards.is_empty()) else {
        return Html::default();
    };
    let label = fill(&ctx.story.ui.skip_to, &[("section", &section.region)]);
    let href = ctx.links.section(next);
    let target = ctx.links.target(&href);
    html! { <a class="skip-link" {href} {target}>{label}</a> }
}

/// A section's paragraphs with the cards beside them, its charts and quizzes.
#[component]
pub fn SectionBody(props: &SectionPartProps) -> Html {
    let SectionPartProps { ctx, section, alone } = props;
    let level = if *alone { Level::Two } else { Level::Three };
    let mut blocks = Vec::new();
    let mut paragraphs = Vec::new();
    for block in &ctx.story[*section].body {
        if let Block::Paragraph(words) = block {
            paragraphs.push(words.as_slice());
            continue;
        }
        let cards = if let Block::Cards(cards) = block { cards.as_slice() } else { &[] };
        blocks.push(passage(&std::mem::take(&mut paragraphs), cards, level, ctx));
        match block {
            Block::Paragraph(_) | Block::Cards(_) => {}
            Block::Since(paragraphs) => blocks.push(since(paragraphs, ctx)),
            Block::Plot(plot) => blocks.push(html! { <PlotFigure ctx={ctx.clone()} plot={*plot} {level} /> }),
            Block::Guess(guess) => blocks.push(quiz(*guess, ctx)),
        }
    }
    blocks.push(passage(&paragraphs, &[], level, ctx));
    html! { <div class="section-body">{for blocks}</div> }
}

/// Paragraphs, and the cards that evidence them: beside the text where there is room, below it elsewhere.
fn passage(paragraphs: &[&[Inline]], cards: &[FactRef], level: Level, ctx: &RenderContext) -> Html {
    if paragraphs.is_empty() && cards.is_empty() {
        return Html::default();
    }
    html! {
        <div class="passage">
            {for paragraphs.iter().map(|words| html! { <p>{prose(words, ctx)}</p> })}
            if !cards.is_empty() {
                <section class="cards">
                    {for cards.iter().map(|fact| html! { <FactCard ctx={ctx.clone()} fact={*fact} {level} /> })}
                </section>
            }
        </div>
    }
}

/// What came after the feature, set apart from its time.
fn since(paragraphs: &[Vec<Inline>], ctx: &RenderContext) -> Html {
    html! {
        // A section, as cards are: browsers' reading views leave out asides, and some divisions with links.
        <section class="since">
            <p class="since-head">{&ctx.story.ui.since}</p>
            {for paragraphs.iter().map(|words| html! { <p>{prose(words, ctx)}</p> })}
        </section>
    }
}
