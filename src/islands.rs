//! Islands: Yew components that are prerendered into a page and mounted in the browser at first need.
//!
//! At build [`island`] writes `<div data-island="name" data-props="[…]">` around the rendered component. In the
//! browser [`mount`] replaces that markup with the same component and props. Nothing is hydrated, so a translated or
//! changed page does not break it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use yew::functional::FunctionProvider;
use yew::prelude::*;

/// A component that can be an island.
pub trait Island:
    BaseComponent<Properties = <Self as FunctionProvider>::Properties>
    + FunctionProvider<Properties: Serialize + DeserializeOwned>
{
    /// The value of `data-island`.
    const NAME: &'static str;
    /// When the island is mounted.
    const MOUNT_AT: MountAt = MountAt::Start;
    /// The `data-action` values that this island handles outside its markup, separated by spaces. Links with a preview
    /// have the action `preview`. If the first use is one of these, this island is mounted first.
    const ACTIONS: &'static str = "";
}

/// When an island is mounted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MountAt {
    /// As soon as the program runs, because it serves the whole page (dialogs, shortcuts, popovers).
    Start,
    /// When it is used; or when the browser is idle and the islands at start are mounted.
    Idle,
}

/// Renders an island into a page.
#[cfg(not(target_arch = "wasm32"))]
pub fn island<T: Island>(props: <T as BaseComponent>::Properties) -> Html
where
    <T as BaseComponent>::Properties: Clone,
{
    // Only during the build. With unserializable props, the island could not be mounted.
    let json = serde_json::to_string(&props).expect("props are plain data");
    let at_start = (T::MOUNT_AT == MountAt::Start).then_some("");
    let actions = (!T::ACTIONS.is_empty()).then_some(T::ACTIONS);
    html! {
        <div data-island={T::NAME} data-props={json} data-mount-at-start={at_start} data-actions={actions}>
            <T ..props />
        </div>
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{Function, IslandKind, mount};

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::any::Any;
    use std::cell::Cell;
    use std::rc::Rc;

    pub use js_sys::Function;
    use serde::de::DeserializeOwned;
    use web_sys::Element;
    use yew::Renderer;
    use yew::functional::{FunctionProvider, Hook, HookContext};
    use yew::prelude::*;
    use yew::scheduler::{self, Runnable};

    use super::Island;
    use crate::hooks::pre_mount_state::PreMountState;
    use crate::hooks::{json, spawn_local};

    /// A component as an island: how to read its props and render it.
    #[derive(Clone, Copy)]
    pub struct IslandKind {
        parse_props: fn(&str) -> Option<Rc<dyn Any>>,
        render: Render,
    }

    type Render = fn(&mut HookContext, &dyn Any) -> HtmlResult;

    impl IslandKind {
        /// The island of a component.
        #[must_use]
        pub const fn of<T: Island>() -> Self {
            Self { parse_props: parse_props::<<T as FunctionProvider>::Properties>, render: render::<T> }
        }
    }

    /// Replaces the prerendered markup with the component, then calls `on_mounted`. Keeps text, choices, focus, open
    /// details, popovers and dialogs. If the props cannot be read, keeps the markup and returns false.
    pub fn mount(kind: IslandKind, root: Element, on_mounted: Function) -> bool {
        let json = root.get_attribute("data-props");
        let Some(props) = json.and_then(|json| (kind.parse_props)(&json)) else { return false };
        let state = PreMountState::of(&root);
        let mounting = Rc::new(Mounting { root: root.clone(), state, is_rendered: Cell::new(false) });
        Renderer::<IslandRoot>::with_root_and_props(
            root,
            IslandRootProps { render: kind.render, props, mounting: Rc::clone(&mounting) },
        )
        .render();
        // Runs after the first render and its effects, even if Yew yields between them on a slow device.
        scheduler::push(Box::new(OnMounted { mounting, on_mounted }));
        true
    }

    fn parse_props<P: DeserializeOwned + 'static>(json: &str) -> Option<Rc<dyn Any>> {
        Some(Rc::new(json::parse::<P>(json).ok()?))
    }

    fn render<T: Island>(context: &mut HookContext, props: &dyn Any) -> HtmlResult {
        match props.downcast_ref() {
            Some(props) => T::run(context, props),
            None => Ok(Html::default()),
        }
    }

    #[derive(Clone, Properties)]
    struct IslandRootProps {
        render: Render,
        props: Rc<dyn Any>,
        mounting: Rc<Mounting>,
    }

    /// An island between the prerendered markup and the mounted component.
    struct Mounting {
        root: Element,
        state: PreMountState,
        is_rendered: Cell<bool>,
    }

    /// An island's props never change once it is mounted.
    impl PartialEq for IslandRootProps {
        fn eq(&self, other: &Self) -> bool {
            Rc::ptr_eq(&self.props, &other.props)
        }
    }

    /// One component type for all islands, so that Yew's lifecycle code is compiled once.
    #[component]
    fn IslandRoot(props: &IslandRootProps) -> HtmlResult {
        use_render(props)
    }

    fn use_render(props: &IslandRootProps) -> impl Hook<Output = HtmlResult> {
        UseRender(props.clone())
    }

    struct UseRender(IslandRootProps);

    impl Hook for UseRender {
        type Output = HtmlResult;

        fn run(self, context: &mut HookContext) -> HtmlResult {
            let IslandRootProps { render, props, mounting } = self.0;
            // Refocuses in a microtask after the rendering: Yew may yield before effects, and a key pressed meanwhile must
            // reach the field.
            if !mounting.is_rendered.replace(true) {
                let mounting = Rc::clone(&mounting);
                spawn_local(async move { mounting.state.refocus(&mounting.root) });
            }
            // The first effect, because those of the component may fill its fields. It may run before that microtask, so
            // it also refocuses.
            use_effect_with((), move |()| mounting.state.keep_typed(&mounting.root)).run(context);
            render(context, &*props)
        }
    }

    struct OnMounted {
        mounting: Rc<Mounting>,
        on_mounted: Function,
    }

    impl Runnable for OnMounted {
        fn run(self: Box<Self>) {
            let Mounting { root, state, .. } = &*self.mounting;
            let _ = root.set_attribute("data-alive", "");
            state.restore(root);
            let _ = self.on_mounted.call0(root);
        }
    }
}
