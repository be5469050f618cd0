//! Runs an effect when a component is mounted.

use yew::prelude::*;

/// Runs an effect once, after the first render.
#[hook]
pub fn use_mount(effect: impl FnOnce() + 'static) {
    // Boxed, so that the bundle contains the code that calls it once.
    let effect: Box<dyn FnOnce()> = Box::new(effect);
    use_effect_with((), move |()| effect());
}
