//! The island of a guess: a range input and the answer.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::outcome::{Outcome, Side};
use super::rich_text::{StyledRun, target};
#[cfg(not(target_arch = "wasm32"))]
use crate::components::RenderContext;
use crate::components::changing_text::changing_text;
#[cfg(not(target_arch = "wasm32"))]
use crate::content::GuessRef;
use crate::hooks::events;
use crate::islands::{Island, MountAt};
use crate::template::fill;
use crate::ui_text::GuessText;

/// Props of [`GuessPrompt`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct GuessPromptProps {
    /// The fact's id.
    pub fact: String,
    /// The question.
    pub question: String,
    /// Template for a guess in words; `{guess}`.
    pub guess_template: String,
    /// Separator of thousands.
    pub thousands: String,
    /// End of the range, which starts at 0.
    pub max: u32,
    /// Step of the range.
    pub step: u32,
    /// Position of the figure in the range.
    pub answer: f64,
    /// Side on which a guess may be right, if the figure is a bound.
    pub undecided_side: Option<Side>,
    /// The figure as text.
    pub figure: String,
    /// URL of the fact.
    pub link: String,
    /// What to think about after the answer.
    pub reflection: Vec<StyledRun>,
    /// The labels.
    pub text: GuessText,
}

impl Island for GuessPrompt {
    const NAME: &'static str = "guess";
    const MOUNT_AT: MountAt = MountAt::Idle;
}

/// The guess, as an island.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn guess_prompt(guess_ref: GuessRef, ctx: &RenderContext) -> Html {
    let guess = &ctx.story[guess_ref];
    let Some(figure) = guess.figure(&ctx.story) else { return Html::default() };
    crate::islands::island::<GuessPrompt>(GuessPromptProps {
        fact: ctx.story[guess.fact].id.clone(),
        question: guess.question.clone(),
        guess_template: guess.guess_template.clone(),
        thousands: ctx.story.ui.numbers.thousands.clone(),
        max: guess.max,
        step: guess.step,
        answer: guess.answer(figure),
        undecided_side: Side::undecided(figure),
        figure: figure.text_and_unit(),
        link: ctx.links.fact(guess.fact),
        reflection: StyledRun::all(&guess.reflection, ctx),
        text: ctx.story.ui.guess.clone(),
    })
}

/// A range input; the button reveals the figure on the same line. Nothing is stored or sent.
#[component]
pub fn GuessPrompt(props: &GuessPromptProps) -> Html {
    let GuessPromptProps { fact, question, max, step, text, .. } = props;
    // `None` until the reader moves the range.
    let guess = use_state_eq(|| None::<u32>);
    let revealed = use_state_eq(|| None::<Option<u32>>);
    let oninput = {
        let guess = guess.setter();
        Callback::from(move |event: InputEvent| guess.set(events::field_value(&event).parse().ok()))
    };
    let onclick = {
        let (guess, revealed) = (guess.clone(), revealed.setter());
        Callback::from(move |_| revealed.set(Some(*guess)))
    };
    let id = ["guess-", fact].concat();
    // The middle suggests no answer.
    let value = guess.unwrap_or(max / 2 - (max / 2).checked_rem(*step).unwrap_or_default());
    let value_text = AttrValue::from(props.format_guess(value));
    let is_revealed = *revealed == Some(*guess);
    html! {
        <div class="guess" data-guess={fact.clone()}>
            <label for={id.clone()}>{question}</label>
            {track(revealed.is_some().then_some(props.answer), *max)}
            <input
                id={id.clone()}
                type="range"
                min="0"
                max={max.to_string()}
                step={step.to_string()}
                value={value.to_string()}
                autocomplete="off"
                aria-valuetext={value_text.clone()}
                {oninput}
            />
            // Hidden from screen readers, because the range has the same text.
            <p class="range-ends" aria-hidden="true">
                <span>{props.format_guess(0)}</span>{" "}
                <output for={id}>{changing_text(&value_text)}</output>{" "}
                <span>{props.format_guess(*max)}</span>
            </p>
            <button type="button" aria-disabled={is_revealed.then_some("true")} {onclick}>{text.show_answer()}</button>
            <div role="status">{for revealed.map(|guess| result(guess, props))}</div>
        </div>
    }
}

impl GuessPromptProps {
    fn format_guess(&self, guess: u32) -> String {
        fill(&self.guess_template, &[("guess", &group_thousands(guess, &self.thousands))])
    }
}

/// Formats a number with a separator of thousands.
fn group_thousands(number: u32, sign: &str) -> String {
    let digits = number.to_string();
    let Some((rest, last)) =
        digits.split_at_checked(digits.len().saturating_sub(3)).filter(|(rest, _)| !rest.is_empty())
    else {
        return digits;
    };
    let rest = rest.parse().map_or_else(|_| rest.to_owned(), |rest| group_thousands(rest, sign));
    [&rest, sign, last].concat()
}

/// The figure, and how the guess compares with it.
fn result(guess: Option<u32>, props: &GuessPromptProps) -> Html {
    let GuessPromptProps { max, answer, undecided_side, figure, link, reflection, text, .. } = props;
    let outcome = |guess: u32| match Outcome::of(f64::from(guess), *answer, f64::from(*max), *undecided_side)
    {
        Outcome::Near => text.near(),
        Outcome::Undecided => text.undecided(),
        Outcome::Wrong(Side::Below) => text.below(),
        Outcome::Wrong(Side::Above) => text.above(),
    };
    html! {
        <div key={guess.unwrap_or(u32::MAX)}>
            <dl>
                {for guess.map(|guess| html! {
                    <div><dt>{text.yours()}</dt><dd><b>{props.format_guess(guess)}</b></dd></div>
                })}
                <div>
                    <dt>{text.figure()}</dt>
                    <dd><a href={link.clone()} target={target(link)}>{figure}</a></dd>
                </div>
            </dl>
            <p>{for guess.map(|guess| html! { <><b>{outcome(guess)}</b>{" "}</> })}{for reflection.iter().map(StyledRun::view)}</p>
        </div>
    }
}

/// The line below the thumb. Once the figure is revealed, also the line up to it and a dot. In whole thousandths,
/// because formatting a fraction adds `f64`'s `Display` to the bundle (decisions/webassembly-size.md).
fn track(figure: Option<f64>, max: u32) -> Html {
    let line = |from: u32, to: u32| html! { <line x1={from.to_string()} x2={to.to_string()} /> };
    let figure = figure.map(|figure| (figure / f64::from(max) * 1000.0).round() as u32);
    html! {
        <svg aria-hidden="true" viewBox="0 0 1000 1" preserveAspectRatio="none">
            {line(0, 1000)}
            if let Some(at) = figure { {line(0, at)}{line(at, at)} }
        </svg>
    }
}
