//! Decides which preview is shown.
//!
//! The first press on a trigger shows its preview, or pins a hovered one. The next press follows the link. Enter
//! follows it at once, because keyboard focus has already shown the preview.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::{Preview, load};
use crate::hooks::timers::set_timeout;
use crate::hooks::{
    BrowserResult, Element, ElementExt, Event, ListenOn, attempt, dom, events, focus, popover, scroll,
    spawn_local, use_event, use_mount,
};
use crate::url_paths::entity_anchor;

/// The hover time before a preview shows, in milliseconds.
const SHOW_DELAY: i32 = 500;

/// The time away from trigger and preview before the preview hides, in milliseconds.
const HIDE_DELAY: i32 = 300;

/// The CSS anchor name of the trigger.
const ANCHOR_NAME: &str = "--preview-trigger";

/// The visible preview.
#[derive(Clone)]
pub(super) struct OpenPopover {
    pub(super) trigger: Element,
    /// The `<span>` after the trigger, which contains the preview.
    pub(super) host: Element,
    pub(super) preview: Preview,
}

#[derive(Default)]
struct State {
    open: Option<OpenPopover>,
    /// The trigger whose preview is requested.
    pending_trigger: Option<Element>,
    /// The number of requests. Only the latest one takes effect.
    request_id: u32,
    /// The trigger that was pressed last. Another press follows its link.
    last_pressed: Option<Element>,
    /// Whether the current press is the trigger's first.
    is_first_press: bool,
}

/// The state that the handlers share. A cell instead of a reducer, because a click may come before the next render.
#[derive(Clone)]
pub(super) struct Controller {
    state: Rc<RefCell<State>>,
    previews_url: String,
    update: Callback<()>,
}

/// Listens to all triggers of the page.
#[hook]
pub(super) fn use_controller(previews_url: &str) -> Controller {
    let update = use_force_update();
    let state = use_mut_ref(State::default);
    let controller = Controller {
        state,
        previews_url: previews_url.to_owned(),
        update: Callback::from(move |()| update.force_update()),
    };

    let on = |handle: fn(&Controller, &Event)| {
        let controller = controller.clone();
        move |event: &Event| handle(&controller, event)
    };
    {
        // A trigger may have been hovered or focused before the program ran.
        let controller = controller.clone();
        use_mount(move || {
            if let Ok(trigger) = dom::find("a:is([data-entity], [data-fact-link]):is(:hover, :focus-visible)")
            {
                controller.schedule(Some(trigger), SHOW_DELAY);
            }
        });
    }
    use_event(ListenOn::Window, "mouseover", on(Controller::hovered));
    use_event(ListenOn::Window, "focusin", on(Controller::focused));
    use_event(ListenOn::Window, "pointerdown", on(Controller::pressed));
    use_event(ListenOn::Window, "click", on(Controller::clicked));
    use_event(ListenOn::Window, "keydown", on(Controller::key));
    use_event(ListenOn::Window, "scroll", on(Controller::scrolled));
    controller
}

/// The trigger at an event's target.
fn trigger_of(event: &Event) -> Option<Element> {
    events::target_element(event)?.nearest("a[data-entity], a[data-fact-link]")
}

impl Controller {
    pub(super) fn open_popover(&self) -> Option<OpenPopover> {
        self.state.borrow().open.clone()
    }

    fn open_trigger(&self) -> Option<Element> {
        self.state.borrow().open.as_ref().map(|open| open.trigger.clone())
    }

    /// The trigger of the open preview that contains the event's target.
    fn trigger_of_open_preview(&self, event: &Event) -> Option<Element> {
        let target = events::target_element(event)?;
        let state = self.state.borrow();
        let open = state.open.as_ref()?;
        open.host.contains(Some(&target)).then(|| open.trigger.clone())
    }

    fn hovered(&self, event: &Event) {
        let over = self.trigger_of_open_preview(event).or_else(|| trigger_of(event));
        if self.state.borrow().pending_trigger != over {
            let delay = if over.is_some() { SHOW_DELAY } else { HIDE_DELAY };
            self.schedule(over, delay);
        }
    }

    /// Shows a preview only for visible focus, because presses and Back move the focus too.
    fn focused(&self, event: &Event) {
        if self.trigger_of_open_preview(event).is_none() {
            let is_seen = |trigger: &Element| trigger.matches(":focus-visible").unwrap_or(true);
            self.schedule(trigger_of(event).filter(is_seen), 0);
        }
    }

    /// Shows a trigger's preview after a delay, or hides the preview without one. A later request cancels it.
    fn schedule(&self, target: Option<Element>, delay_ms: i32) {
        let request = self.request(target.clone());
        let controller = self.clone();
        set_timeout(delay_ms, move || {
            if controller.state.borrow().request_id != request {
                return;
            }
            match target {
                Some(trigger) => controller.show(&trigger, false),
                None if !controller.is_focused() => controller.close(),
                None => {}
            }
        });
    }

    fn request(&self, target: Option<Element>) -> u32 {
        let mut state = self.state.borrow_mut();
        state.pending_trigger = target;
        state.request_id = state.request_id.wrapping_add(1);
        state.request_id
    }

    /// Whether the focus is on the trigger or in its preview. Then the preview stays when the pointer leaves.
    fn is_focused(&self) -> bool {
        let state = self.state.borrow();
        let focused = state.open.as_ref().zip(dom::active_element());
        focused.is_some_and(|(open, active)| open.trigger == active || open.host.contains(Some(&active)))
    }

    fn pressed(&self, event: &Event) {
        let inside = self.trigger_of_open_preview(event).is_some();
        let trigger = trigger_of(event);
        let first = trigger.is_some() && self.state.borrow().last_pressed != trigger;
        self.state.borrow_mut().is_first_press = first;
        if !inside && self.open_trigger() != trigger {
            self.cancel();
        }
    }

    fn clicked(&self, event: &Event) {
        let first = std::mem::take(&mut self.state.borrow_mut().is_first_press);
        if self.trigger_of_open_preview(event).is_some() {
            if events::target_element(event).and_then(|target| target.nearest("a")).is_some() {
                let controller = self.clone();
                set_timeout(0, move || controller.cancel());
            }
            return;
        }
        let Some(trigger) = trigger_of(event) else { return };
        if !first || events::is_modified_click(event) || !popover::is_supported() {
            return self.cancel();
        }
        event.prevent_default();
        self.request(Some(trigger.clone()));
        self.state.borrow_mut().last_pressed = Some(trigger.clone());
        self.show(&trigger, true);
    }

    fn key(&self, event: &Event) {
        self.state.borrow_mut().is_first_press = false;
        let Some(trigger) =
            self.open_trigger().filter(|_| events::key_name(event).as_deref() == Some("Escape"))
        else {
            return;
        };
        event.prevent_default();
        if self.is_focused() {
            attempt(|| focus::focus(&trigger));
        }
        self.request(Some(trigger));
        self.close();
    }

    /// Closes the preview of a trigger that has left the window, where it would cover the header.
    fn scrolled(&self, _: &Event) {
        if self.open_trigger().is_some_and(|trigger| !scroll::is_in_view(&trigger)) {
            self.close();
        }
    }

    /// Cancels pending requests, and closes the preview.
    fn cancel(&self) {
        self.request(None);
        self.close();
    }

    pub(super) fn close(&self) {
        let Some(open) = self.state.borrow_mut().open.take() else { return };
        self.state.borrow_mut().last_pressed.take_if(|pressed| *pressed == open.trigger);
        let _ = open.trigger.remove_attribute("aria-describedby");
        popover::clear_anchor(&open.trigger);
        self.update.emit(());
        // After Yew has removed its nodes.
        set_timeout(0, move || open.host.remove());
    }

    /// Shows a trigger's preview once it is loaded. If it cannot be loaded, follows the link for a press.
    fn show(&self, trigger: &Element, pressed: bool) {
        let (controller, trigger) = (self.clone(), trigger.clone());
        spawn_local(async move {
            let shown = load(&controller.previews_url)
                .await
                .and_then(|previews| controller.open(&trigger, &previews));
            let wanted = controller.state.borrow().pending_trigger.as_ref() == Some(&trigger);
            if shown.is_err() && wanted && pressed {
                trigger.click();
            }
        });
    }

    fn open(&self, trigger: &Element, previews: &[Preview]) -> BrowserResult {
        let fact = trigger.attribute("data-fact-link");
        let id = if fact.is_empty() { entity_anchor(&trigger.attribute("data-entity")) } else { fact };
        let preview =
            previews.iter().find(|preview| preview.id == id).ok_or_else(|| dom::not_found_error(&id))?;
        // A press requests twice, by focus and by click, and both may have waited.
        if self.state.borrow().pending_trigger.as_ref() != Some(trigger)
            || self.open_trigger().as_ref() == Some(trigger)
        {
            return Ok(());
        }
        self.close();
        popover::set_anchor(trigger, ANCHOR_NAME);
        let host = dom::insert_span_after(trigger)?;
        self.state.borrow_mut().open =
            Some(OpenPopover { trigger: trigger.clone(), host, preview: preview.clone() });
        self.update.emit(());
        Ok(())
    }
}
