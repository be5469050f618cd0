//! The fixture of the browser tests: `tests/content/fleet`, an invented story with one of everything. Edits of the real
//! story break no test.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chuhai::content::{Story, load};
use generator::paths::project;
use xtask::build::{self, BuildOptions};
use xtask::embed_hosts::EmbeddedFact;

/// Built once for all tests, with the same program as the real story.
static SITE: LazyLock<PathBuf> = LazyLock::new(|| {
    let out = project().join("target/fleet");
    let options = BuildOptions::new(content(), None).expect("options");
    build::build(&BuildOptions { out: out.clone(), ..options }).expect("the site of the fleet");
    out
});

/// A card of the harbour, with a range of numbers, and with a term that its page defines.
pub const RANGE_CARD: &str = "ha-avocet-crew";
/// The title of [`RANGE_CARD`].
pub const RANGE_CARD_TITLE: &str = "The Avocet grew by two thirds";
/// The summary that toggles the first card of the harbour.
pub const FIRST_CARD_SUMMARY: &str = "[data-fact=ha-petrel-found] > summary";
/// Whether that card is open, as an expression.
pub const FIRST_CARD_IS_OPEN: &str = "document.querySelector('[data-fact=ha-petrel-found]').open";
/// A card of the cape, whose figure is of one number.
pub const NUMBER_CARD: &str = "ca-gannet-1t";
/// The title of [`NUMBER_CARD`].
pub const NUMBER_CARD_TITLE: &str = "No boat had landed a tonne sooner";
/// The page of [`NUMBER_CARD`].
pub const NUMBER_CARD_PAGE: &str = "/f/ca-gannet-1t/";
/// The page of a long card, with a sum and its derivation, and with other facts.
pub const LONG_CARD_PAGE: &str = "/f/st-salt-2016/";

fn content() -> PathBuf {
    project().join("tests/content/fleet")
}

/// The folder of the built site.
pub fn site_dir() -> &'static Path {
    &SITE
}

/// The fact that host pages embed.
pub fn embedded() -> EmbeddedFact {
    EmbeddedFact { id: RANGE_CARD.to_owned(), title: RANGE_CARD_TITLE.to_owned() }
}

/// The story itself.
pub fn story() -> Story {
    load::story(&content()).expect("the story of the fleet")
}
