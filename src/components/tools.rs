//! The controls of a group of cards: open all, close all, and how many are open. Asks the DOM, through the
//! browser room, which cards are open; keeps no list of its own.

use yew::prelude::*;

use crate::browser::cards;
use crate::pattern::fill;

/// The words of the controls, and whose cards they are for.
#[derive(Clone, Properties, PartialEq)]
pub struct ToolsProps {
    /// The id of the section whose cards these are; none for the whole story.
    pub section: Option<AttrValue>,
    /// Names the group for screen readers.
    pub label: AttrValue,
    /// Opens all.
    pub open_all: AttrValue,
    /// Closes all.
    pub close_all: AttrValue,
    /// How many cards there are, until it is known how many are open.
    pub cards: AttrValue,
    /// How many are open: `{open}` of `{total}`.
    pub count: AttrValue,
}

/// The controls. Hidden until an effect has run, which never happens at build: a control that cannot work
/// does not show. The counter's pattern travels in `data-counter`, so that the bundle holds no words.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let open = use_state_eq(|| None::<cards::Count>);
    {
        let open = open.clone();
        use_effect_with(props.section.clone(), move |section| {
            let watch = cards::watch(section.as_deref(), move |count| open.set(Some(count)));
            move || drop(watch)
        });
    }
    let all = |state: bool| {
        let section = props.section.clone();
        Callback::from(move |_: MouseEvent| cards::set_all(section.as_deref(), state))
    };
    let counter = match *open {
        None => props.cards.clone(),
        Some(count) => AttrValue::from(fill(
            &props.count,
            &[("open", &count.open.to_string()), ("total", &count.total.to_string())],
        )),
    };
    let hidden = open.is_none();
    html! {
        <div class="tools" role="group" aria-label={props.label.clone()}>
            <p data-counter={props.count.clone()}>{counter}</p>
            <button type="button" data-action="expand-all" {hidden} onclick={all(true)}>{props.open_all.clone()}</button>
            <button type="button" data-action="collapse-all" {hidden} onclick={all(false)}>{props.close_all.clone()}</button>
        </div>
    }
}
