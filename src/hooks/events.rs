//! Listens to events of the document and the window.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;
use yew::prelude::*;

use super::dom::{document, window};
use super::{BrowserResult, Element, ElementExt, attempt};

pub use web_sys::Event;

/// The target of a listener, in the capture phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListenOn {
    /// The document.
    Document,
    /// The window.
    Window,
}

impl ListenOn {
    fn get(self) -> BrowserResult<EventTarget> {
        match self {
            Self::Document => document().map(Into::into),
            Self::Window => window().map(Into::into),
        }
    }
}

type Handler = dyn Fn(&Event);

/// The handlers of one kind of event at one target, in the order of subscription.
struct ListenerGroup {
    target: ListenOn,
    kind: &'static str,
    handlers: Vec<Weak<Handler>>,
}

thread_local! {
    static GROUPS: RefCell<Vec<ListenerGroup>> = const { RefCell::new(Vec::new()) };
}

/// A subscribed handler. Dropping it unsubscribes.
pub struct Subscription {
    _handler: Rc<Handler>,
}

/// Subscribes a handler. Handlers of the same event share one browser listener, so that JavaScript calls the program
/// once.
pub fn listen(target: ListenOn, kind: &'static str, handler: impl Fn(&Event) + 'static) -> Subscription {
    let handler: Rc<Handler> = Rc::new(handler);
    let weak = Rc::downgrade(&handler);
    let new_group = GROUPS.with_borrow_mut(|groups| {
        if let Some(group) = groups.iter_mut().find(|group| group.target == target && group.kind == kind) {
            group.handlers.retain(|handler| handler.strong_count() > 0);
            group.handlers.push(weak);
            return None;
        }
        groups.push(ListenerGroup { target, kind, handlers: vec![weak] });
        Some(groups.len() - 1)
    });
    if let Some(at) = new_group {
        attempt(|| {
            let dispatch = Closure::<dyn Fn(Event)>::new(move |event| dispatch(at, &event)).into_js_value();
            target.get()?.add_event_listener_with_callback_and_bool(kind, dispatch.unchecked_ref(), true)
        });
    }
    Subscription { _handler: handler }
}

/// Clones the handlers first, because a handler may subscribe another one.
fn dispatch(at: usize, event: &Event) {
    let handlers: Vec<_> = GROUPS.with_borrow(|groups| {
        let handlers = groups.get(at).map(|group| group.handlers.as_slice()).unwrap_or_default();
        handlers.iter().filter_map(Weak::upgrade).collect()
    });
    for handler in handlers {
        handler(event);
    }
}

/// Subscribes a component to an event while it is mounted. Calls the handler of the latest render.
#[hook]
pub fn use_event(target: ListenOn, kind: &'static str, handler: impl Fn(&Event) + 'static) {
    use_handler(target, kind, Rc::new(handler));
}

/// Not generic, so that the bundle contains it once.
#[hook]
fn use_handler(target: ListenOn, kind: &'static str, handler: Rc<Handler>) {
    let latest = use_mut_ref(|| None::<Rc<Handler>>);
    *latest.borrow_mut() = Some(handler);
    use_effect_with((), move |()| {
        let listener = listen(target, kind, move |event| {
            let handler = latest.borrow().clone();
            if let Some(handler) = handler {
                handler(event);
            }
        });
        move || drop(listener)
    });
}

/// The target element of an event.
pub fn target_element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The key of a keyboard event.
pub fn key_name(event: &Event) -> Option<String> {
    event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key)
}

/// Whether an input method handles the key. Safari shows this only by the key code.
pub fn is_composing(event: &Event) -> bool {
    event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.is_composing() || key.key_code() == 229)
}

/// Whether Ctrl, Alt or the system's key was held during a mouse or keyboard event. By name, because a typed call for
/// each kind of event would make the glue larger.
pub fn has_modifier(event: &Event) -> bool {
    ["ctrlKey", "altKey", "metaKey"].iter().any(|key| is_held(event, key))
}

/// Whether a click opens a new window or tab, or downloads.
pub fn is_modified_click(click: &Event) -> bool {
    has_modifier(click) || is_held(click, "shiftKey")
}

fn is_held(event: &Event, key: &str) -> bool {
    Reflect::get(event, &key.into()).is_ok_and(|held| held == JsValue::TRUE)
}

/// The value of the event's field.
pub fn field_value(event: &Event) -> String {
    target_element(event).map(|field| field.value()).unwrap_or_default()
}
