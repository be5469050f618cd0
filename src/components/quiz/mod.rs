//! A guess before a figure: a range to set, and below it, once it is set, guess and figure side by side.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::prose;
use crate::content::{Figure, Guess, GuessRef};

/// What a guess is made from.
#[derive(Properties, PartialEq)]
pub(crate) struct GuessProps {
    /// The story and its addresses.
    pub(crate) ctx: RenderContext,
    /// The guess.
    pub(crate) guess: GuessRef,
}

/// The question with its range. Hidden until a script can answer; the figure itself is told below in any case.
#[component]
pub(crate) fn GuessBlock(props: &GuessProps) -> Html {
    let ctx = &props.ctx;
    let guess = &ctx.story[props.guess];
    let Some(figure) = guess.figure(&ctx.story) else { return Html::default() };
    let words = &ctx.story.ui.quiz;
    let fact = &ctx.story[guess.fact].id;
    let id = format!("guess-{fact}");
    html! {
        <div
            class="guess"
            data-guess={fact.clone()}
            data-action="guess"
            data-answer={guess.answer(figure).to_string()}
            data-side={guess.open(figure)}
            hidden=true
        >
            <label for={id.clone()}>{&guess.question}</label>
            <input
                id={id.clone()}
                type="range"
                min="0"
                max={guess.most.to_string()}
                step={guess.step.to_string()}
                value="0"
                autocomplete="off"
                aria-valuetext={guess.say(0)}
                data-said={guess.said.clone()}
            />
            <output for={id}>{guess.say(0)}</output>
            <button type="button">{&words.see}</button>
            <div
                role="status"
                data-near={words.near.clone()}
                data-below={words.below.clone()}
                data-above={words.above.clone()}
                data-open={words.open.clone()}
            >
                {result(guess, figure, ctx)}
            </div>
        </div>
    }
}

/// Guess and figure as two lengths of one range, empty of the guess.
fn result(guess: &Guess, figure: &Figure, ctx: &RenderContext) -> Html {
    let words = &ctx.story.ui.quiz;
    let view = format!("0 0 {} 1", guess.most);
    let bar = |width: String| {
        html! {
            <svg aria-hidden="true" viewBox={view.clone()} preserveAspectRatio="none"><rect {width} height="1" /></svg>
        }
    };
    html! {
        <div hidden=true>
            <dl>
                <div><dt>{&words.yours}</dt><dd><b></b>{bar("0".to_owned())}</dd></div>
                <div>
                    <dt>{&words.figure}</dt>
                    <dd><a href={ctx.links.fact(guess.fact)}>{figure.said()}</a>{bar(guess.answer(figure).to_string())}</dd>
                </div>
            </dl>
            <p><b></b>{" "}{prose(&guess.reflection, ctx)}</p>
        </div>
    }
}
