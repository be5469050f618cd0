//! The source article's own list of sources, and the sources that the facts were checked against.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::{plain_text, prose};
use crate::content::{Record, Reference};
use crate::template::fill;

/// The source article's own list, with doubts about its entries.
pub(crate) fn references(ctx: &RenderContext) -> Html {
    html! {
        <ol class="references">
            {for ctx.story.references.iter().map(|reference| entry(reference, ctx))}
        </ol>
    }
}

fn entry(reference: &Reference, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    let printed = fill(&ui.printed_date, &[("date", &reference.printed_date)]);
    let likely = reference.likely_date.as_ref().map(|date| fill(&ui.likely_date, &[("date", date)]));
    html! {
        <li id={reference.id.clone()} value={reference.number.to_string()}>
            <cite>{plain_text(&reference.title, ctx)}</cite>{". "}{plain_text(&reference.outlet, ctx)}
            {for reference.outlet_script.as_ref().map(|script| html! {
                <>{" ("}<span lang={reference.outlet_language.clone()}>{script}</span>{")"}</>
            })}
            {". "}{printed}{for likely.map(|date| format!(" {date}"))}{" "}
            <span class="note">{prose(&reference.note, ctx)}</span>
        </li>
    }
}

/// The sources that we checked, with their URLs.
pub(crate) fn records(ctx: &RenderContext) -> Html {
    html! {
        <ul>
            {for ctx.story.records.iter().map(|source| record(source, ctx))}
        </ul>
    }
}

fn record(record: &Record, ctx: &RenderContext) -> Html {
    html! {
        <li id={record.id.clone()}>
            <b>{&record.id}</b>{" "}{plain_text(&record.title, ctx)}{". "}{plain_text(&record.outlet, ctx)}
            {for record.date.as_ref().map(|date| format!(", {date}"))}{". "}
            {for record.urls.iter().map(|url| html! { <><a href={url.clone()}>{site(url)}</a>{" "}</> })}
        </li>
    }
}

/// The host of a URL, without `www.`.
fn site(url: &str) -> &str {
    let host = url.split("://").nth(1).unwrap_or(url).split('/').next().unwrap_or(url);
    host.strip_prefix("www.").unwrap_or(host)
}
