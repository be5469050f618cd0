//! Renders a section: its head, and its body of passages, plots and guesses.

use yew::prelude::*;

use super::prose;
use crate::components::RenderContext;
use crate::components::fact_card::fact_card;
use crate::components::guess::guess_prompt;
use crate::components::plot::plot_figure;
use crate::components::render_context::anchors;
use crate::content::text::{Block, Inline};
use crate::content::{FactRef, SectionRef};
use crate::routes::Page;
use crate::template::fill;

/// A section's region, title and standfirst. On the section's page the title is the `<h1>`.
pub fn section_head(section_ref: SectionRef, ctx: &RenderContext) -> Html {
    let section = &ctx.story[section_ref];
    let is_own_page = ctx.shows(Page::Section(section_ref));
    let id = format!("{}-title", section.id);
    html! {
        <>
            // Anchors and the skip link stay outside the head. The site header would cover the link, and the search
            // would take an anchor for the head's id.
            {anchors(ctx.story.section_aliases(section_ref))}
            if !is_own_page { {skip_link(section_ref, ctx)} }
            <header class="section-head">
                <p class="section-name">{&section.short_name}</p>
                if is_own_page {
                    <h1 {id}>{&section.title}</h1>
                } else if section.is_opening {
                    // Visually hidden: a link in it would be a tab stop before the first sentence.
                    <h2 {id}>{&section.title}</h2>
                } else {
                    <h2 {id}><a href={ctx.links.section_page(section_ref)}>{&section.title}</a></h2>
                }
                <p class="standfirst">{prose(&section.standfirst, ctx)}</p>
            </header>
        </>
    }
}

/// A skip link past a section's cards, to the next section. Empty for a section without cards.
fn skip_link(section_ref: SectionRef, ctx: &RenderContext) -> Html {
    let Some((next, section)) =
        ctx.story.section_after(section_ref).filter(|_| !ctx.story[section_ref].cards.is_empty())
    else {
        return Html::default();
    };
    let label = fill(&ctx.story.ui.skip_to, &[("section", &section.short_name)]);
    let href = ctx.links.section(next);
    let target = ctx.links.target(&href);
    html! { <a class="skip-link" {href} {target}>{label}</a> }
}

/// A section's paragraphs with their cards, and its plots and guesses.
pub fn section_body(section: SectionRef, ctx: &RenderContext) -> Html {
    let parts = group_body(&ctx.story[section].body).into_iter().map(|part| match part {
        BodyPart::Passage(paragraphs, cards) => passage(&paragraphs, &cards, ctx),
        BodyPart::Other(block) => match block {
            Block::Paragraph(_) | Block::Cards(_) => Html::default(),
            Block::LaterEvents(paragraphs) => later_events(paragraphs, ctx),
            Block::Plot(plot) => plot_figure(*plot, ctx),
            Block::Guess(guess) => guess_prompt(*guess, ctx),
        },
    });
    html! { <div class="section-body">{for parts}</div> }
}

/// A part of a section's body.
enum BodyPart<'a> {
    /// Paragraphs and their cards.
    Passage(Vec<&'a [Inline]>, Vec<FactRef>),
    /// A block outside passages.
    Other(&'a Block),
}

/// Groups paragraphs with the cards that follow. Cards after a plot belong to the paragraphs before it. Cards after a
/// guess stay below it, because they contain its answer.
fn group_body(body: &[Block]) -> Vec<BodyPart<'_>> {
    let mut parts = Vec::new();
    for block in body {
        match (block, parts.as_mut_slice()) {
            (Block::Paragraph(words), [.., BodyPart::Passage(paragraphs, cards)]) if cards.is_empty() => {
                paragraphs.push(words.as_slice());
            }
            (Block::Paragraph(words), _) => parts.push(BodyPart::Passage(vec![words.as_slice()], Vec::new())),
            (
                Block::Cards(more),
                [.., BodyPart::Passage(_, cards)]
                | [.., BodyPart::Passage(_, cards), BodyPart::Other(Block::Plot(_))],
            ) => {
                cards.extend(more);
            }
            (Block::Cards(cards), _) => parts.push(BodyPart::Passage(Vec::new(), cards.clone())),
            (Block::LaterEvents(_) | Block::Plot(_) | Block::Guess(_), _) => {
                parts.push(BodyPart::Other(block))
            }
        }
    }
    parts
}

/// Paragraphs and the cards that support them: beside the text on wide screens, below it elsewhere.
fn passage(paragraphs: &[&[Inline]], cards: &[FactRef], ctx: &RenderContext) -> Html {
    html! {
        <div class="passage">
            {for paragraphs.iter().map(|words| html! { <p>{prose(words, ctx)}</p> })}
            if !cards.is_empty() {
                <section class="cards">
                    {for cards.iter().map(|fact| fact_card(*fact, ctx))}
                </section>
            }
        </div>
    }
}

/// Events after the source article, in a separate block.
fn later_events(paragraphs: &[Vec<Inline>], ctx: &RenderContext) -> Html {
    html! {
        // A `<section>`, as around cards: reading views remove asides, and some `<div>`s with links.
        <section class="later-events">
            <p class="later-events-title">{&ctx.story.ui.later_events}</p>
            {for paragraphs.iter().map(|words| html! { <p>{prose(words, ctx)}</p> })}
        </section>
    }
}
