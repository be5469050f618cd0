//! Messages between islands: each island is a Yew application of its own, so no context reaches from one to another.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::thread::LocalKey;

use yew::prelude::*;

type Handler<T> = dyn Fn(&T);

/// Carries messages of one type to whoever listens. Lives in a `thread_local!`.
pub struct Channel<T: 'static>(RefCell<Vec<Weak<Handler<T>>>>);

impl<T> Channel<T> {
    /// A channel that nobody listens to yet.
    pub const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }
}

impl<T> Default for Channel<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// Sends a message to all listeners. Listeners may send and subscribe while they run.
pub fn send<T>(channel: &'static LocalKey<Channel<T>>, message: &T) {
    let handlers: Vec<_> =
        channel.with(|channel| channel.0.borrow().iter().filter_map(Weak::upgrade).collect());
    for handler in handlers {
        handler(message);
    }
}

/// Subscribes a component to a channel for as long as it is mounted. The handler of the latest render is called.
#[hook]
pub fn use_channel<T: 'static>(channel: &'static LocalKey<Channel<T>>, handler: impl Fn(&T) + 'static) {
    let latest = use_mut_ref(|| None::<Rc<Handler<T>>>);
    *latest.borrow_mut() = Some(Rc::new(handler));
    use_effect_with((), move |()| {
        let handler: Rc<Handler<T>> = Rc::new(move |message: &T| {
            let handler = latest.borrow().clone();
            if let Some(handler) = handler {
                handler(message);
            }
        });
        channel.with(|channel| {
            let mut handlers = channel.0.borrow_mut();
            handlers.retain(|handler| handler.strong_count() > 0);
            handlers.push(Rc::downgrade(&handler));
        });
        move || drop(handler)
    });
}
