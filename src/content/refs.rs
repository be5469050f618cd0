//! Indices of the parts of a story. Only the loader makes them, so each is valid.

/// Index of a fact in [`Story::facts`](super::Story::facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactRef(pub(super) usize);

/// Index of an entity in [`Story::entities`](super::Story::entities).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityRef(pub(super) usize);

/// Index of a section in [`Story::sections`](super::Story::sections).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionRef(pub(super) usize);

/// Index of a reference in [`Story::references`](super::Story::references).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReferenceRef(pub(super) usize);

/// Index of a record in [`Story::records`](super::Story::records).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordRef(pub(super) usize);

/// Index of a plot in [`Story::plots`](super::Story::plots).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlotRef(pub(super) usize);

/// Index of a guess in [`Story::guesses`](super::Story::guesses).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GuessRef(pub(super) usize);
