//! Renders Yew markup to HTML with Yew's server renderer.

use anyhow::Result;
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::{Html, LocalServerRenderer, Properties, component};

/// Yew's server renderer, with its own async runtime.
#[derive(Debug)]
pub struct SsrRenderer(Runtime);

impl SsrRenderer {
    /// Starts the runtime.
    ///
    /// # Errors
    ///
    /// If the system refuses a runtime.
    pub fn new() -> Result<Self> {
        Ok(Self(Builder::new_current_thread().build()?))
    }

    /// Renders markup, without the markers that hydration would need.
    pub fn render(&self, html: Html) -> String {
        let renderer = LocalServerRenderer::<Fragment>::with_props(FragmentProps { html }).hydratable(false);
        LocalSet::new().block_on(&self.0, renderer.render())
    }
}

#[derive(PartialEq, Properties)]
struct FragmentProps {
    html: Html,
}

#[component]
fn Fragment(props: &FragmentProps) -> Html {
    props.html.clone()
}
