//! A share, as so many squares of a hundred.

use yew::prelude::*;

use super::{head, row, tab_stop};
use crate::components::RenderContext;
use crate::content::{FactRef, Qualifier};

/// A hundred squares are parted by these lines.
const LINES: &str = "M0 1h10M0 2h10M0 3h10M0 4h10M0 5h10M0 6h10M0 7h10M0 8h10M0 9h10M1 0v10M2 0v10M3 0v10M4 0v10M5 0v10\
                     M6 0v10M7 0v10M8 0v10M9 0v10";

/// The squares, and the row of their table.
pub(super) fn drawn(at: FactRef, ctx: &RenderContext) -> (Html, Option<Html>) {
    let fact = &ctx.story[at];
    let words = &ctx.story.ui.charts;
    let Some(figure) = &fact.figure else { return (Html::default(), None) };
    let value = figure.amount.last();
    let whole = (value / 10.0).floor();
    let rest = ((value - whole * 10.0) * 100.0).round() / 100.0;
    let more = figure.qualifier.and_then(Qualifier::beyond) == Some(true);
    let picture = html! {
        <a class="waffle" href={ctx.links.fact(at)} tabindex={tab_stop(at, ctx)}>
            <svg viewBox="0 0 10 10" aria-hidden="true" data-value={value.to_string()}>
                <rect class="rest" width="10" height="10" />
                <rect class="mark" width="10" height={whole.to_string()} />
                <rect class="mark" y={whole.to_string()} width={rest.to_string()} height="1" />
                if more {
                    <path class="more" transform={format!("translate({rest} {whole})")} d="M.15 0v1M.5 0v1M.75 0v1" />
                }
                <path class="lines" d={LINES} />
            </svg>
            <span class="share"><b>{&figure.text}</b>{" "}{&figure.unit}</span>
        </a>
    };
    let when = ctx.story.when(fact);
    let table = row(html! { {&figure.unit} }, &[when, figure.text.clone()]);
    (picture, Some(html! { <>{head(&[&words.what, &words.when, &words.figure])}{table}</> }))
}
