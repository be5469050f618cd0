//! Islands: Yew components that are prerendered into a page and mounted in the browser at first need.
//!
//! At build [`island`] writes `<div data-island="name" data-props="{…}">` around the rendered component. In the
//! browser [`mount`] renders the same component with the same props in its place. Mounting never compares itself
//! with the page, so nothing that a translator or an extension has changed there can break it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use yew::prelude::*;

/// A component that can be an island.
pub trait Island: BaseComponent<Properties: Serialize + DeserializeOwned> {
    /// The value of `data-island`.
    const NAME: &'static str;
    /// When it is mounted.
    const MOUNT: MountAt;
}

/// When an island is mounted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MountAt {
    /// As soon as the program runs: it serves the whole page (dialogs, shortcuts, popovers).
    Start,
    /// When it is used, or near the viewport once the program runs.
    Visible,
}

/// Renders an island into a page.
#[cfg(not(target_arch = "wasm32"))]
pub fn island<T: Island>(props: T::Properties) -> Html
where
    T::Properties: Clone,
{
    // Props are plain data: strings, numbers and lists of them, which always serialise.
    let json = serde_json::to_string(&props).unwrap_or_default();
    let at_start = (T::MOUNT == MountAt::Start).then_some("");
    html! {
        <div data-island={T::NAME} data-props={json} data-mount-at-start={at_start}><T ..props /></div>
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{Mount, mount};

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::JSON;
    use web_sys::Element;
    use yew::Renderer;

    use super::Island;
    use crate::hooks::fields::Fields;

    /// Mounts one kind of island: the element, and what to call once it is alive.
    pub type Mount = fn(Element, js_sys::Function);

    /// Renders the component in place of its prerendered markup. What a reader has done there is kept: text, choices,
    /// focus, open popovers. Props that cannot be read leave the markup as it is.
    pub fn mount<T: Island>(root: Element, alive: js_sys::Function) {
        let Some(props) = props(&root) else { return };
        let fields = Fields::of(&root);
        Renderer::<T>::with_root_and_props(root.clone(), props).render();
        // Yew renders in a microtask that is queued by now; this one runs after it.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = root.set_attribute("data-alive", "");
            fields.restore(&root);
            let _ = alive.call0(&root);
        });
    }

    fn props<P: serde::de::DeserializeOwned>(root: &Element) -> Option<P> {
        let json = root.get_attribute("data-props")?;
        serde_wasm_bindgen::from_value(JSON::parse(&json).ok()?).ok()
    }
}
