//! Registers the service worker, and reports a newer version of the site.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::EventTarget;
use yew::prelude::*;

use super::dom::{not_found_error, window};
use super::reflect::{call, navigator};
use super::{BrowserResult, attempt, dom, frames, storage, url, use_mount};

/// A newer version of the site, and the reader's choices.
pub struct Update {
    /// Whether a newer version is ready.
    pub is_available: bool,
    /// Activates it and reloads this page.
    pub load: Callback<()>,
    /// Keeps the current version. The next one is not announced before the tab is closed.
    pub dismiss: Callback<()>,
}

/// The flag of a tab whose reader has put the newer version off.
const DISMISSED: &str = "chuhai:update-dismissed";

/// Registers the site's service worker when `program.js` schedules it; `script` is its path from this page. Does nothing
/// in a frame.
#[hook]
pub fn use_service_worker_update(script: &str) -> Update {
    let is_available = use_state_eq(|| false);
    let registration = use_mut_ref(|| None::<Rc<Registration>>);
    {
        let (script, on_available, registration) =
            (script.to_owned(), is_available.setter(), registration.clone());
        use_mount(move || {
            if !frames::is_framed() {
                spawn_local(async move {
                    // Fails if storage is denied or on plain `http`. The page works without it.
                    let announce = move |()| on_available.set(!storage::has_session_flag(DISMISSED));
                    *registration.borrow_mut() = register(&script, Callback::from(announce)).await.ok();
                });
            }
        });
    }
    let dismiss = {
        let set = is_available.setter();
        Callback::from(move |()| {
            storage::set_session_flag(DISMISSED);
            set.set(false);
        })
    };
    let set = is_available.setter();
    let load = Callback::from(move |()| {
        set.set(false);
        if let Some(registration) = &*registration.borrow() {
            attempt(|| registration.activate_waiting());
        }
    });
    Update { is_available: *is_available, load, dismiss }
}

struct Registration {
    registration: JsValue,
    /// Whether the reader has requested the newer version.
    is_update_requested: Cell<bool>,
    on_available: Callback<()>,
}

async fn register(script: &str, on_available: Callback<()>) -> BrowserResult<Rc<Registration>> {
    let scheduled = Reflect::get(dom::html_element()?.as_ref(), &"whenToRegister".into())?;
    JsFuture::from(Promise::resolve(&scheduled)).await?;
    let workers = Reflect::get(&navigator()?, &"serviceWorker".into())?;
    let registered = call(&workers, "register", &script_url(url::absolute(script)?)?)?;
    let registration = JsFuture::from(Promise::resolve(&registered)).await?;
    let own = Rc::new(Registration { registration, is_update_requested: Cell::new(false), on_available });
    own.watch_worker("waiting");
    let found = Rc::clone(&own);
    listen(&own.registration, "updatefound", move || found.watch_worker("installing"))?;
    Ok(own)
}

impl Registration {
    fn worker(&self, state: &str) -> Option<JsValue> {
        Reflect::get(&self.registration, &state.into()).ok().filter(JsValue::is_truthy)
    }

    /// Observes the worker in this slot: `installing` or `waiting`.
    fn watch_worker(self: &Rc<Self>, state: &str) {
        let Some(worker) = self.worker(state) else { return };
        let (own, changed) = (Rc::clone(self), worker.clone());
        self.on_state_change(&worker);
        attempt(|| listen(&worker, "statechange", move || own.on_state_change(&changed)));
    }

    /// Reports an installed update. Once it is activated at the reader's request, reloads this page. Other pages stay
    /// unchanged.
    fn on_state_change(&self, worker: &JsValue) {
        let state = Reflect::get(worker, &"state".into()).unwrap_or_default();
        if state == "installed" && self.worker("active").is_some() {
            self.on_available.emit(());
        } else if state == "activated" && self.is_update_requested.get() {
            attempt(reload);
        }
    }

    fn activate_waiting(&self) -> BrowserResult {
        self.is_update_requested.set(true);
        match self.worker("waiting") {
            Some(worker) => call(&worker, "postMessage", &JsValue::NULL).map(|_| ()),
            // Another page has activated it already.
            None => reload(),
        }
    }
}

/// The URL as a trusted value, which `register` requires under Trusted Types. The Content-Security-Policy names the
/// policy.
fn script_url(url: String) -> BrowserResult<JsValue> {
    let types = Reflect::get(window()?.as_ref(), &"trustedTypes".into())?;
    if types.is_undefined() {
        return Ok(url.into());
    }
    let create: Function = Reflect::get(&types, &"createPolicy".into())?
        .dyn_into()
        .map_err(|_| not_found_error("createPolicy"))?;
    let rules = Object::new();
    let pass = Closure::<dyn Fn(JsValue) -> JsValue>::new(|url| url).into_js_value();
    Reflect::set(&rules, &"createScriptURL".into(), &pass)?;
    let policy = create.call2(&types, &"chuhai".into(), &rules)?;
    call(&policy, "createScriptURL", &url.into())
}

fn listen(target: &JsValue, kind: &str, handler: impl Fn() + 'static) -> BrowserResult {
    let target: &EventTarget = target.unchecked_ref();
    let handler = Closure::<dyn Fn()>::new(handler).into_js_value();
    target.add_event_listener_with_callback(kind, handler.unchecked_ref())
}

fn reload() -> BrowserResult {
    window()?.location().reload()
}
