//! What Yew brings to life. Each root is one island of the page, hydrated by itself; everything around it,
//! and every run of prose and every card inside it, is HTML that the browser adopts unread.
//!
//! **The hydration contract.** At build and in the browser the same [`Root`] renders, from props that the
//! browser reads back out of the prerendered page: so the first render is equal by construction, and neither
//! words nor facts travel in the WebAssembly. Markup that is adopted is given as [`VRaw`](yew::virtual_dom::VRaw):
//! its text at build, nothing in the browser, where Yew keeps the nodes between its markers as they are.

use yew::prelude::*;

use super::tools::{Tools, ToolsProps};

/// What a root holds.
#[derive(Clone, PartialEq)]
pub enum Rooted {
    /// The controls alone, for all cards of the story.
    Tools(ToolsProps),
    /// A section: adopted head, controls, adopted body.
    Section {
        /// The head's markup; empty in the browser.
        head: AttrValue,
        /// The controls.
        tools: ToolsProps,
        /// The body's markup; empty in the browser.
        body: AttrValue,
    },
}

/// What a root is made from.
#[derive(Clone, Properties, PartialEq)]
pub struct RootProps {
    /// What it holds.
    pub rooted: Rooted,
}

/// An island of the page.
#[component]
pub fn Root(props: &RootProps) -> Html {
    match &props.rooted {
        Rooted::Tools(tools) => html! { <Tools ..tools.clone() /> },
        Rooted::Section { head, tools, body } => html! {
            <>
                {Html::from_html_unchecked(head.clone())}
                <Tools ..tools.clone() />
                {Html::from_html_unchecked(body.clone())}
            </>
        },
    }
}
