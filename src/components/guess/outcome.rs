//! Compares a guess with the figure.

use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use crate::content::{Figure, Qualifier};

/// The largest distance of a near guess from the figure, as a share of the range.
const NEAR_FRACTION: f64 = 0.05;

/// A side of the figure.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Less than the figure.
    Below,
    /// More than the figure.
    Above,
}

impl Side {
    /// The side on which a guess may be right, if the figure is a bound. The figure of `up to` is the maximum itself, and
    /// that of `nearly` is close: a lower guess is wrong.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn undecided(figure: &Figure) -> Option<Self> {
        match figure.qualifier? {
            Qualifier::MoreThan | Qualifier::AtLeast => Some(Self::Above),
            Qualifier::LessThan => Some(Self::Below),
            Qualifier::About | Qualifier::Nearly | Qualifier::UpTo => None,
        }
    }
}

/// The result of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The guess is near the figure.
    Near,
    /// The guess may be right, because the figure is a bound.
    Undecided,
    /// The guess is on this side of the figure.
    Wrong(Side),
}

impl Outcome {
    /// Compares a guess with the figure, on a range from 0 to `max`. On `undecided_side` a guess may be right.
    pub fn of(guess: f64, figure: f64, max: f64, undecided_side: Option<Side>) -> Self {
        let gap = guess - figure;
        let side = if gap > 0.0 { Side::Above } else { Side::Below };
        if gap.abs() <= NEAR_FRACTION * max {
            Self::Near
        } else if undecided_side == Some(side) {
            Self::Undecided
        } else {
            Self::Wrong(side)
        }
    }
}
