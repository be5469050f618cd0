//! Charts that are rows of words: lists under headings, and tables.

use yew::prelude::*;

use super::tab_stop;
use crate::components::RenderContext;
use crate::content::{Cell, Entry, Group, SectionRef, Table};

/// Entries under headings; each leads to its fact.
pub(super) fn list(groups: &[Group], ctx: &RenderContext) -> Html {
    html! {
        <ol class="groups">
            {for groups.iter().map(|group| html! {
                <li><b>{&group.heading}</b><ul>{for group.entries.iter().map(|row| entry(row, ctx))}</ul></li>
            })}
        </ol>
    }
}

fn entry(entry: &Entry, ctx: &RenderContext) -> Html {
    let words = match entry.fact {
        Some(fact) => {
            html! { <a href={ctx.links.fact(fact)} tabindex={tab_stop(fact, ctx)}>{&entry.words}</a> }
        }
        None => html! { {&entry.words} },
    };
    html! {
        <li data-era={entry.era.map(|era| era.word())}>
            if !entry.when.is_empty() { <time class="when" datetime={entry.date.clone()}>{&entry.when}</time>{" "} }
            {words}
        </li>
    }
}

/// Dots in columns. On a narrow screen a dot has its column's name.
pub(super) fn table(table: &Table, title: &str, ctx: &RenderContext) -> Html {
    html! {
        <table class="dots" aria-label={title.to_owned()}>
            <thead><tr>
                <td></td>
                {for table.columns.iter().map(|region| html! { <th scope="col">{&ctx.story[*region].region}</th> })}
            </tr></thead>
            <tbody>
                {for table.rows.iter().map(|(name, cells)| html! {
                    <tr>
                        <th scope="row">{name}</th>
                        {for table.columns.iter().zip(cells).map(|(region, dot)| cell(*region, dot.as_ref(), ctx))}
                    </tr>
                })}
            </tbody>
        </table>
    }
}

fn cell(region: SectionRef, cell: Option<&Cell>, ctx: &RenderContext) -> Html {
    let Some(Cell { words, fact, hollow }) = cell else { return html! { <td></td> } };
    html! {
        <td data-section={ctx.story[region].id.clone()}>
            <a class={hollow.then_some("hollow")} href={ctx.links.fact(*fact)} tabindex={tab_stop(*fact, ctx)}>
                <span>{words}</span><span class="visually-hidden">{": "}{&ctx.story[*fact].title}</span>
            </a>
        </td>
    }
}
