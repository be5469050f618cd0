//! The only room that speaks to the browser. Knows the page's HTML, never the story or the components.
//! Nothing here runs while a component renders; whatever can fail answers with nothing and leaves the
//! page as it is.

pub mod address;
pub mod cards;
mod clipboard;
pub mod comfort;
pub mod coming_back;
pub mod contents;
pub mod definitions;
pub mod dialog;
pub mod embed_dialog;
mod events;
pub mod facts;
pub mod guess;
pub mod keys;
pub mod offline;
mod perhaps;
pub mod roots;
pub mod search;
pub mod share;
mod shared;
mod storage;
pub mod whereabouts;

use web_sys::{Document, Window};

/// Begins one thing after the other, each in a task of its own, so that a reader who acts meanwhile is answered.
pub fn one_by_one(begin: &[fn()]) {
    for begin in begin.iter().copied() {
        events::soon(begin);
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}
