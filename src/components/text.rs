//! Runs of text with their links and languages. Knows nothing of paragraphs or cards.

use yew::prelude::*;

use super::Stage;
use crate::content::text::Inline;

/// Renders a run of text.
pub fn prose(inlines: &[Inline], stage: &Stage) -> Html {
    inlines.iter().map(|inline| run(inline, stage)).collect()
}

fn run(inline: &Inline, stage: &Stage) -> Html {
    match inline {
        Inline::Text(text) => html! { {text} },
        Inline::Foreign { lang, text } => html! { <span lang={lang.clone()}>{text}</span> },
        Inline::Emphasis(words) => html! { <em>{prose(words, stage)}</em> },
        Inline::Fact { to, words } => {
            html! { <a href={stage.links.fact(*to)}>{prose(words, stage)}</a> }
        }
        Inline::Entity { to, words } => {
            html! { <a data-entity="" href={stage.links.entity(*to)}>{prose(words, stage)}</a> }
        }
    }
}
