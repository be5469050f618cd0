//! `/s/<section>/`, and the root that a section is in the story too. Knows the order of its parts, not how a part looks.

use yew::prelude::*;

use super::Press;
use crate::components::{
    Glossary, Omissions, Phrases, Records, References, RootProps, Rooted, SectionBody, SectionHead, Stage,
    Told, ToolsProps,
};
use crate::content::SectionRef;
use crate::pattern::fill;

/// One section with the way into the story and to its neighbours.
pub(super) fn view(at: SectionRef, stage: &Stage, press: &dyn Press) -> Html {
    let story = &stage.story;
    let words = &story.ui;
    html! {
        <main id="main" class="page">
            <p class="crumbs">{&words.part_of}{" "}<a href={stage.links.story()}>{&story.title}</a></p>
            {root(at, stage, true, press)}
            <nav class="neighbours" aria-label={words.neighbours.clone()}>{neighbours(at, stage)}</nav>
            <p><a class="into" href={stage.links.story()}>{&words.whole_story}</a></p>
        </main>
    }
}

/// The links to the sections before and after one.
fn neighbours(at: SectionRef, stage: &Stage) -> Html {
    let story = &stage.story;
    let order: Vec<_> = story.sections().map(|(at, _)| at).collect();
    let here = order.iter().position(|section| *section == at).unwrap_or_default();
    let before = here.checked_sub(1).and_then(|before| order.get(before));
    let neighbours = [("prev", &story.ui.previous, before), ("next", &story.ui.next, order.get(here + 1))];
    html! {
        {for neighbours.into_iter().filter_map(|(rel, label, section)| section.map(|at| html! {
            <a {rel} href={stage.links.section(*at)}><span>{label}</span>{" "}{&story[*at].title}</a>
        }))}
    }
}

/// A section as a root of its own: head, controls if it has cards, body, for the last one the notes' lists, and in the
/// story the ways on.
pub(super) fn root(at: SectionRef, stage: &Stage, alone: bool, press: &dyn Press) -> Html {
    let section = &stage.story[at];
    let id = section.id.clone();
    let title = format!("{id}-title");
    // Ten landmarks of one name would help nobody.
    let onward = match stage.shares && !alone {
        true => html! { <p class="neighbours">{neighbours(at, stage)}</p> },
        false => Html::default(),
    };
    if section.cards.is_empty() {
        return html! {
            <section class="section" {id} aria-labelledby={title}>
                <SectionHead stage={stage.clone()} section={at} {alone} />
                <SectionBody stage={stage.clone()} section={at} {alone} />
                if stage.story.sections().last().is_some_and(|(last, _)| last == at) { {lists(at, stage, alone)} }
                {onward}
            </section>
        };
    }
    let head = html! { <SectionHead stage={stage.clone()} section={at} {alone} /> };
    let body = html! { <><SectionBody stage={stage.clone()} section={at} {alone} />{onward}</> };
    let rooted = Rooted::Section {
        head: press.still(head).into(),
        tools: tools(at, stage),
        body: press.still(body).into(),
    };
    html! {
        <section class="section" id={id.clone()} aria-labelledby={title} data-root="section" data-section={id}>
            {Html::from_html_unchecked(press.live(RootProps { rooted }).into())}
        </section>
    }
}

fn tools(at: SectionRef, stage: &Stage) -> ToolsProps {
    let section = &stage.story[at];
    let words = &stage.story.ui;
    ToolsProps {
        section: Some(section.id.clone().into()),
        label: fill(&words.section_cards, &[("region", &section.region)]).into(),
        open_all: words.open_all.clone().into(),
        close_all: words.close_all.clone().into(),
        cards: fill(&words.cards, &[("total", &section.cards.len().to_string())]).into(),
        count: words.count.clone().into(),
    }
}

/// The sources and notes: what stands behind the story.
fn lists(at: SectionRef, stage: &Stage, alone: bool) -> Html {
    let words = &stage.story.ui;
    let list = |title: &str, lead: &str, list: Html| {
        let heading = if alone {
            html! { <h2>{title}</h2> }
        } else {
            html! { <h3>{title}</h3> }
        };
        let lead = if lead.is_empty() {
            Html::default()
        } else {
            html! { <p>{lead}</p> }
        };
        html! { <div class="notes">{heading}{lead}{list}</div> }
    };
    let elsewhere = |title: &str, lead: &str| {
        list(title, "", html! { <p><a href={stage.links.section_page(at)}>{lead}</a></p> })
    };
    html! {
        <>
            {for stage.story.delights.iter().map(|delights| {
                list(&delights.title, &delights.lead, html! { <Phrases stage={stage.clone()} {alone} /> })
            })}
            {list(&words.told, &words.told_lead, html! { <Told stage={stage.clone()} {alone} /> })}
            {list(&words.glossary, "", html! { <Glossary stage={stage.clone()} {alone} /> })}
            {list(&words.references, &words.references_lead, html! { <References stage={stage.clone()} /> })}
            // Who wonders finds them on the page of the notes; the story need not carry them for everybody.
            {match alone {
                true => html! {
                    <>
                        {list(&words.records, &words.records_lead, html! { <Records stage={stage.clone()} /> })}
                        {list(&words.omissions, &words.omissions_lead, html! { <Omissions stage={stage.clone()} /> })}
                    </>
                },
                false => html! {
                    <>{elsewhere(&words.records, &words.records_lead)}{elsewhere(&words.omissions, &words.omissions_lead)}</>
                },
            }}
        </>
    }
}
