//! The entry point in the browser, with the list of islands. `src/js/program.js` calls [`mount`].
#![forbid(unsafe_code)]

/// A TLSF allocator, smaller than the default one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
pub mod entry {
    use chuhai::components::embed_dialog::EmbedDialog;
    use chuhai::components::fact_card::{CardControls, DeepLink};
    use chuhai::components::fact_table::FactTableControls;
    use chuhai::components::guess::GuessPrompt;
    use chuhai::components::navigation::{ResumePrompt, Toc};
    use chuhai::components::preferences::Preferences;
    use chuhai::components::preview::PreviewPopover;
    use chuhai::components::search::SearchBox;
    use chuhai::components::share::ShareDialog;
    use chuhai::components::update_banner::UpdateBanner;
    use chuhai::hooks::Element;
    use chuhai::islands::{self, Function, Island, IslandKind};
    use wasm_bindgen::prelude::wasm_bindgen;

    const fn island<T: Island>() -> (&'static str, IslandKind) {
        (T::NAME, IslandKind::of::<T>())
    }

    const ISLANDS: &[(&str, IslandKind)] = &[
        island::<CardControls>(),
        island::<DeepLink>(),
        island::<PreviewPopover>(),
        island::<ResumePrompt>(),
        island::<FactTableControls>(),
        island::<SearchBox>(),
        island::<Toc>(),
        island::<EmbedDialog>(),
        island::<Preferences>(),
        island::<GuessPrompt>(),
        island::<ShareDialog>(),
        island::<UpdateBanner>(),
    ];

    /// Mounts the island in `root`, then calls `on_mounted`. Returns false if the island is unknown or its props
    /// cannot be read.
    #[wasm_bindgen]
    pub fn mount(root: Element, on_mounted: Function) -> bool {
        let name = root.get_attribute("data-island");
        let known = ISLANDS.iter().find(|(known, _)| name.as_deref() == Some(known));
        known.is_some_and(|(_, kind)| islands::mount(*kind, root, on_mounted))
    }
}

fn main() {}
