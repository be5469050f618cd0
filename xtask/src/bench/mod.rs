//! Measures the built site. Knows nothing of how it is built.

pub mod made_up;
