//! Everything around the article that needs a real computer: tools, prerendering, checks. Never part of the
//! browser's bundle; knows the article through `story` and `pages` alone.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, clippy::iter_over_hash_type, clippy::unwrap_used)]

pub mod bench;
pub mod checks;
pub mod data;
pub mod hosts;
pub mod made_up;
pub mod map;
pub mod pictures;
pub mod prerender;
pub mod press;
pub mod published;
pub mod root;
pub mod run;
pub mod site;
pub mod sizes;
pub mod tools;
