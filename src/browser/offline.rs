//! Has the browser keep the site for readers whose network is gone, and tells of a newer version, which is loaded when
//! the reader asks for it and never before. Knows the worker's address and the line that tells, not what is kept.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, EventTarget};

use super::perhaps::{call, get};
use super::{document, events, perhaps, shared, window};

thread_local! {
    /// The reader has asked for the newer version.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Registers the service worker once the page is at rest; never in a frame, whose page is the host's, nor in a page made
/// for one, which does not say where the site's root is.
pub fn follow() {
    let Some(window) = window().map(JsValue::from) else { return };
    let alone = get(&window, "parent").is_some_and(|parent| parent == window);
    if let Some(root) = shared::site().filter(|_| alone) {
        events::at_rest(|| {
            spawn_local(async {
                register(root).await;
            });
        });
    }
}

async fn register(root: String) -> Option<()> {
    let workers = perhaps::navigator("serviceWorker")?;
    let registered = call(&workers, "register", &(root + "sw.js").into())?;
    let registration = JsFuture::from(Promise::resolve(&registered)).await.ok()?;
    watch(&registration, "waiting");
    let target: EventTarget = registration.clone().unchecked_into();
    let found = registration.clone();
    events::listen(&target, "updatefound", move |_| {
        watch(&found, "installing");
    });
    let document = document()?;
    events::listen(&document, "click", move |event| {
        answer(event, &registration);
    });
    Some(())
}

fn watch(registration: &JsValue, which: &str) -> Option<()> {
    let worker = get(registration, which)?;
    let target: EventTarget = worker.clone().unchecked_into();
    let registration = registration.clone();
    let look = move || {
        look(&registration, &worker);
    };
    look();
    events::listen(&target, "statechange", move |_| look());
    Some(())
}

/// Tells as soon as a worker has kept all of a version that is newer than the one in use. Once it is in charge because
/// the reader asked, the page is loaded anew; other pages stay as they are.
fn look(registration: &JsValue, worker: &JsValue) -> Option<()> {
    let state = get(worker, "state")?;
    if state == "installed" && get(registration, "active").is_some() {
        tell(true)
    } else if state == "activated" && ASKED.get() {
        reload()
    } else {
        None
    }
}

/// Shows the line, or takes it away; the style keeps the focus clear of it.
fn tell(newer: bool) -> Option<()> {
    let document = document()?;
    document.query_selector(".newer > p").ok()??.toggle_attribute_with_force("hidden", !newer).ok()?;
    document.document_element()?.toggle_attribute_with_force("data-newer", newer).ok()?;
    Some(())
}

/// The reader has pressed a control of the line: it goes, and so does this page if that was the wish.
fn answer(event: &Event, registration: &JsValue) -> Option<()> {
    let control = events::target(event)?.closest(".newer button").ok()??;
    tell(false)?;
    if control.has_attribute("data-load") {
        ASKED.set(true);
        match get(registration, "waiting") {
            Some(worker) => call(&worker, "postMessage", &JsValue::NULL),
            // Another page has asked before.
            None => return reload(),
        };
    }
    Some(())
}

fn reload() -> Option<()> {
    call(&get(window()?.as_ref(), "location")?, "reload", &JsValue::NULL)?;
    Some(())
}
