//! How a guess compares with the figure.

use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use crate::content::{Figure, Qualifier};

/// A guess that is within this part of the range is near the figure.
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
    /// If the figure is a bound, the side of it on which a guess may be right.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn open(figure: &Figure) -> Option<Self> {
        match figure.qualifier? {
            Qualifier::MoreThan | Qualifier::AtLeast => Some(Self::Above),
            Qualifier::LessThan => Some(Self::Below),
            Qualifier::About | Qualifier::Nearly | Qualifier::UpTo => None,
        }
    }
}

/// How a guess compares with the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is close.
    Near,
    /// It is on the side that the figure leaves open, so it may be right.
    Open,
    /// It is on this side.
    Wrong(Side),
}

impl Outcome {
    /// Compares a guess with the figure, on a range that ends at `max`. `open` is the side that the figure leaves open.
    pub fn of(guess: f64, figure: f64, max: f64, open: Option<Side>) -> Self {
        let gap = guess - figure;
        let side = if gap > 0.0 { Side::Above } else { Side::Below };
        if gap.abs() <= NEAR_FRACTION * max {
            Self::Near
        } else if open == Some(side) {
            Self::Open
        } else {
            Self::Wrong(side)
        }
    }
}
