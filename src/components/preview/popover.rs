//! Shows a preview beside the words that it is about, on hover, focus and tap.
//!
//! The first press of a mark shows its preview, or keeps the one that hovering has shown; the next press follows the
//! link. Enter follows it at once, because the focus has shown the preview. The preview is rendered right after the mark.
//! Its links are no tab stops: there would be two more for every mark.

use std::cell::RefCell;
use std::rc::Rc;

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::Preview;
use super::view::{DESCRIPTION, preview};
use crate::hooks::timers::set_timeout;
use crate::hooks::{
    Attempt, Element, ElementExt, Event, Target, attempt, dom, events, fetch, focus, popover, spawn_local,
    use_event, use_mount,
};
use crate::islands::{Island, MountAt};

/// How long a pointer rests on a mark before its preview shows, in milliseconds.
const SHOW_DELAY: i32 = 500;

/// How long a pointer may be away from mark and preview before the preview goes, in milliseconds.
const HIDE_DELAY: i32 = 300;

/// Names the mark for CSS anchor positioning.
const ANCHOR: &str = "--preview-mark";

/// Where previews come from and lead to.
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct PreviewPopoverProps {
    /// The way to the site's root.
    pub root: String,
    /// The address of `previews.json`.
    pub src: String,
}

impl Island for PreviewPopover {
    const NAME: &'static str = "preview-popover";
    const MOUNT: MountAt = MountAt::Start;
    const ACTIONS: &'static str = "preview";
}

#[derive(Clone)]
struct OpenPopover {
    mark: Element,
    /// Stands right after the mark; holds the preview.
    host: Element,
    entry: usize,
}

#[derive(Default)]
struct State {
    entries: Option<Rc<Vec<Preview>>>,
    open: Option<OpenPopover>,
    /// The mark whose preview is to show, whenever that is.
    target: Option<Element>,
    /// Counts requests, so that one that came later wins.
    request: u32,
    /// The mark that was pressed last: another press follows it.
    pressed: Option<Element>,
    /// A mark is being pressed for the first time.
    first_press: bool,
}

/// What the handlers share.
#[derive(Clone)]
struct Controller {
    state: Rc<RefCell<State>>,
    src: String,
    update: Callback<()>,
}

/// Listens to every mark of the page.
#[component]
pub fn PreviewPopover(props: &PreviewPopoverProps) -> Html {
    let update = use_force_update();
    let state = use_mut_ref(State::default);
    let controller =
        Controller { state, src: props.src.clone(), update: Callback::from(move |()| update.force_update()) };

    let on = |handle: fn(&Controller, &Event)| {
        let controller = controller.clone();
        move |event: &Event| handle(&controller, event)
    };
    {
        // The pointer or the focus may have come to a mark before the program.
        let controller = controller.clone();
        use_mount(move || {
            if let Ok(mark) = dom::find("a:is([data-entity], [data-fact-link]):is(:hover, :focus-visible)") {
                controller.schedule(Some(mark), SHOW_DELAY);
            }
        });
    }
    use_event(Target::Window, "mouseover", on(Controller::hovered));
    use_event(Target::Window, "focusin", on(Controller::focused));
    use_event(Target::Window, "pointerdown", on(Controller::pressed));
    use_event(Target::Window, "click", on(Controller::clicked));
    use_event(Target::Window, "keydown", on(Controller::key));

    let node = use_node_ref();
    let open = controller.state.borrow().open.clone();
    {
        let (node, controller) = (node.clone(), controller.clone());
        use_effect_with(open.as_ref().map(|open| open.mark.clone()), move |mark| {
            let Some(mark) = mark else { return };
            let shown =
                node.cast::<Element>().ok_or_else(|| dom::missing("dl")).and_then(|dl| popover::show(&dl));
            // Without popovers a mark stays a link.
            match shown {
                Ok(()) => drop(mark.set_attribute("aria-describedby", DESCRIPTION)),
                Err(_) => controller.close(),
            }
        });
    }
    let entries = controller.state.borrow().entries.clone();
    let (Some(open), Some(entries)) = (open, entries) else { return Html::default() };
    let Some(entry) = entries.get(open.entry) else { return Html::default() };
    create_portal(preview(entry, &open.mark.attribute("href"), &props.root, node), open.host)
}

/// The mark that an event happened to.
fn mark_of(event: &Event) -> Option<Element> {
    events::target(event)?.nearest("a[data-entity], a[data-fact-link]")
}

impl Controller {
    fn open_mark(&self) -> Option<Element> {
        self.state.borrow().open.as_ref().map(|open| open.mark.clone())
    }

    /// The mark whose open preview an event happened in.
    fn within(&self, event: &Event) -> Option<Element> {
        let target = events::target(event)?;
        let state = self.state.borrow();
        let open = state.open.as_ref()?;
        open.host.contains(Some(&target)).then(|| open.mark.clone())
    }

    fn hovered(&self, event: &Event) {
        let over = self.within(event).or_else(|| mark_of(event));
        if self.state.borrow().target != over {
            let delay = if over.is_some() { SHOW_DELAY } else { HIDE_DELAY };
            self.schedule(over, delay);
        }
    }

    /// A press focuses a mark too, and so does going back to it: only a focus that is to be seen asks for the preview.
    fn focused(&self, event: &Event) {
        if self.within(event).is_none() {
            let is_seen = |mark: &Element| mark.matches(":focus-visible").unwrap_or(true);
            self.schedule(mark_of(event).filter(is_seen), 0);
        }
    }

    /// Shows a mark's preview after a while, or none, unless something else is wanted before.
    fn schedule(&self, target: Option<Element>, after: i32) {
        let request = self.request(target);
        let controller = self.clone();
        set_timeout(after, move || {
            let (due, target) = {
                let state = controller.state.borrow();
                (state.request == request, state.target.clone())
            };
            match target {
                Some(mark) if due => controller.show(&mark, false),
                None if due && !controller.is_focused() => controller.close(),
                _ => {}
            }
        });
    }

    fn request(&self, target: Option<Element>) -> u32 {
        let mut state = self.state.borrow_mut();
        state.target = target;
        state.request = state.request.wrapping_add(1);
        state.request
    }

    /// Whether the focus is on the mark or in its preview: then the pointer may go.
    fn is_focused(&self) -> bool {
        let state = self.state.borrow();
        let focused = state.open.as_ref().zip(dom::active_element());
        focused.is_some_and(|(open, active)| open.mark == active || open.host.contains(Some(&active)))
    }

    fn pressed(&self, event: &Event) {
        let inside = self.within(event).is_some();
        let mark = mark_of(event);
        let first = mark.is_some() && self.state.borrow().pressed != mark;
        self.state.borrow_mut().first_press = first;
        if !inside && self.open_mark() != mark {
            self.cancel();
        }
    }

    fn clicked(&self, event: &Event) {
        let first = std::mem::take(&mut self.state.borrow_mut().first_press);
        if self.within(event).is_some() {
            if events::target(event).and_then(|target| target.nearest("a")).is_some() {
                let controller = self.clone();
                set_timeout(0, move || controller.cancel());
            }
            return;
        }
        let Some(mark) = mark_of(event) else { return };
        if !first || events::has_modifier(event) || !popover::is_supported() {
            return self.cancel();
        }
        event.prevent_default();
        {
            let mut state = self.state.borrow_mut();
            state.target = Some(mark.clone());
            state.pressed = Some(mark.clone());
        }
        self.show(&mark, true);
    }

    fn key(&self, event: &Event) {
        self.state.borrow_mut().first_press = false;
        let Some(mark) = self.open_mark().filter(|_| events::key(event).as_deref() == Some("Escape")) else {
            return;
        };
        event.prevent_default();
        if self.is_focused() {
            attempt(|| focus::focus(&mark));
        }
        self.request(Some(mark));
        self.close();
    }

    /// Forgets what was wanted, and closes the preview.
    fn cancel(&self) {
        self.request(None);
        self.close();
    }

    fn close(&self) {
        let Some(open) = self.state.borrow_mut().open.take() else { return };
        self.state.borrow_mut().pressed.take_if(|pressed| *pressed == open.mark);
        let _ = open.mark.remove_attribute("aria-describedby");
        popover::clear_anchor(&open.mark);
        self.update.emit(());
        // After Yew has taken its nodes out of it.
        set_timeout(0, move || open.host.remove());
    }

    /// Shows a mark's preview once it is at hand. Where it cannot be had, a press that waited for it follows the link.
    fn show(&self, mark: &Element, pressed: bool) {
        let (controller, mark) = (self.clone(), mark.clone());
        spawn_local(async move {
            let shown = controller.load().await.and_then(|entries| controller.present(&mark, &entries));
            let wanted = controller.state.borrow().target.as_ref() == Some(&mark);
            if shown.is_err() && wanted && pressed {
                mark.press();
            }
        });
    }

    async fn load(&self) -> Attempt<Rc<Vec<Preview>>> {
        let known = self.state.borrow().entries.clone();
        if let Some(entries) = known {
            return Ok(entries);
        }
        let entries = Rc::new(fetch::json::<Vec<Preview>>(&self.src).await?);
        self.state.borrow_mut().entries = Some(Rc::clone(&entries));
        Ok(entries)
    }

    fn present(&self, mark: &Element, entries: &[Preview]) -> Attempt {
        let fact = mark.attribute("data-fact-link");
        let id = if fact.is_empty() { ["entity-", &mark.attribute("data-entity")].concat() } else { fact };
        let entry = entries.iter().position(|entry| entry.id == id).ok_or_else(|| dom::missing(&id))?;
        // A press asks twice, by the focus and by the click, and both may have waited.
        if self.state.borrow().target.as_ref() != Some(mark) || self.open_mark().as_ref() == Some(mark) {
            return Ok(());
        }
        self.close();
        popover::set_anchor(mark, ANCHOR);
        let host = dom::insert_span_after(mark)?;
        self.state.borrow_mut().open = Some(OpenPopover { mark: mark.clone(), host, entry });
        self.update.emit(());
        Ok(())
    }
}
