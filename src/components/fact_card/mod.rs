//! The fact card, and the controls of all cards.

#[cfg(not(target_arch = "wasm32"))]
mod card;
mod card_controls;
mod deep_link;
mod link_highlight;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use card::{fact_card, figure};
pub use card_controls::{CardControls, CardControlsProps};
pub use deep_link::{DeepLink, DeepLinkProps};
