//! Checks of the built site.
fn main() {}
