//! Renders Yew components to HTML with Yew's server renderer.

use anyhow::Result;
use chuhai::components::{Root, RootProps};
use chuhai::pages::Press;
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::{Html, LocalServerRenderer, Properties, component};

/// Yew's server renderer, on a runtime of its own.
#[derive(Debug)]
pub struct YewPress(Runtime);

impl YewPress {
    /// Starts the runtime.
    ///
    /// # Errors
    ///
    /// If the system refuses one.
    pub fn new() -> Result<Self> {
        Ok(Self(Builder::new_current_thread().build()?))
    }
}

impl Press for YewPress {
    fn still(&self, html: Html) -> String {
        let still = LocalServerRenderer::<Still>::with_props(StillProps { html }).hydratable(false);
        LocalSet::new().block_on(&self.0, still.render())
    }

    fn live(&self, root: RootProps) -> String {
        let live = LocalServerRenderer::<Root>::with_props(root);
        LocalSet::new().block_on(&self.0, live.render())
    }
}

#[derive(PartialEq, Properties)]
struct StillProps {
    html: Html,
}

#[component]
fn Still(props: &StillProps) -> Html {
    props.html.clone()
}
