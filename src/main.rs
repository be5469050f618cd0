//! The browser's entry: brings the prerendered page to life. Knows nothing of the story.
#![forbid(unsafe_code)]

use chuhai::browser::{
    address, cards, comfort, coming_back, contents, definitions, dialog, embed_dialog, facts, guess, keys,
    offline, one_by_one, roots, search, share, whereabouts,
};
use chuhai::components::{Root, RootProps, Rooted, ToolsProps};

/// Some 2 KB (brotli) smaller than the default allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Starts following cards and the address, and hydrates the page's roots as they are needed; then the rest follows.
pub fn main() {
    one_by_one(&[
        cards::follow,
        address::follow,
        roots::read_first,
        || roots::awaken_first(hydrate),
        || roots::awaken_others(hydrate),
        search::follow,
        dialog::follow,
        share::follow,
        embed_dialog::follow,
        facts::follow,
        contents::follow,
        definitions::follow,
        guess::follow,
        comfort::follow,
        keys::follow,
        whereabouts::follow,
        coming_back::follow,
        offline::follow,
        roots::say_hydrated,
    ]);
}

fn hydrate(root: roots::Holder, labels: roots::Labels) {
    let in_section = labels.section.is_some();
    let tools = ToolsProps {
        section: labels.section.map(Into::into),
        label: labels.label.into(),
        open_all: labels.open_all.into(),
        close_all: labels.close_all.into(),
        cards: labels.cards.into(),
        count: labels.count.into(),
    };
    let rooted = if in_section {
        Rooted::Section { head: "".into(), tools, body: "".into() }
    } else {
        Rooted::Tools(tools)
    };
    yew::Renderer::<Root>::with_root_and_props(root, RootProps { rooted }).hydrate();
}
