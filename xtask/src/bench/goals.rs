//! What the page must reach beside its peers on a slow phone. Knows nothing of where the figures come from.

use super::measured::Measured;
use super::{MADE_UP, PEERS, PLAIN, SAME, SMALLEST};

/// The lengths that there are targets for.
pub(super) const GOAL_SCALES: [usize; 2] = [1, 10];

/// One thing to reach.
pub(super) struct Goal {
    pub(super) what: &'static str,
    /// Which of our pages is held to it.
    site: &'static str,
    /// What the harness calls it; of several, the worst counts.
    figures: &'static [&'static str],
    against: Against,
    /// The most that it may be, by length.
    most: [f64; 2],
}

/// What a figure is held against.
enum Against {
    /// Divided by plain HTML's.
    Plain,
    /// Divided by that of its own page as plain HTML.
    Same,
    /// What it has over plain HTML, in ms.
    MoreThanPlain,
    /// Divided by that of the peer that is best at it.
    Best,
    /// Divided by React's.
    React,
    /// Nothing: milliseconds.
    Milliseconds,
    /// Nothing: a score.
    Score,
}

const fn goal(
    what: &'static str,
    figures: &'static [&'static str],
    against: Against,
    most: [f64; 2],
) -> Goal {
    Goal { what, site: MADE_UP, figures, against, most }
}

pub(super) const GOALS: [Goal; 11] = [
    goal("FCP and LCP, the worse, ratio to plain HTML", &["fcp", "lcp"], Against::Plain, [1.05, 1.05]),
    goal(
        "blocking time after first paint, over plain HTML",
        &["tbtAll"],
        Against::MoreThanPlain,
        [10.0, 10.0],
    ),
    goal("longest task", &["longest"], Against::Milliseconds, [60.0, 100.0]),
    goal("main thread at load, ratio to plain HTML", &["task"], Against::Plain, [1.15, 0.8]),
    goal(
        "main thread at load, ratio to its own words and tags as plain HTML",
        &["task"],
        Against::Same,
        [1.15, 0.8],
    ),
    goal("toggle a card, to paint, ratio to plain HTML", &["toggle_paint"], Against::Plain, [1.0, 0.5]),
    goal("expand all, to paint, ratio to the best peer", &["expand_paint"], Against::Best, [0.8, 0.3]),
    goal("a key in the search, to paint, ratio to the best peer", &["key_paint"], Against::Best, [1.0, 0.5]),
    goal("wire total, ratio to React", &["bytes"], Against::React, [1.05, 0.95]),
    Goal {
        what: "wire total of the smallest build, ratio to React",
        site: SMALLEST,
        figures: &["bytes"],
        against: Against::React,
        most: [0.9, 0.95],
    },
    goal("layout shift", &["cls"], Against::Score, [0.0, 0.0]),
];

impl Goal {
    /// What the made-up story reaches; nothing where it or a peer has no such figure.
    pub(super) fn reached(&self, run: &Measured) -> Option<f64> {
        let worst = self.figures.iter().map(|figure| self.against(run, figure)).reduce(|one, other| {
            let (one, other) = (one?, other?);
            Some(one.max(other))
        });
        worst.flatten()
    }

    fn against(&self, run: &Measured, figure: &str) -> Option<f64> {
        let ours = run.median(self.site, figure)?;
        let ratio = |to: Option<f64>| to.filter(|to| *to > 0.0).map(|to| ours / to);
        match self.against {
            Against::Plain => ratio(run.median(PLAIN, figure)),
            Against::Same => ratio(run.median(SAME, figure)),
            Against::MoreThanPlain => Some(ours - run.median(PLAIN, figure)?),
            Against::Best => ratio(PEERS.iter().filter_map(|peer| run.median(peer, figure)).reduce(f64::min)),
            Against::React => ratio(run.median("react", figure)),
            Against::Milliseconds | Against::Score => Some(ours),
        }
    }

    /// Whether this value, as it is written, reaches the target of this length.
    pub(super) fn met(&self, value: f64, length: usize) -> bool {
        let most = self.most[length];
        match self.against {
            Against::Plain | Against::Same | Against::Best | Against::React => {
                (value * 100.0).round() <= (most * 100.0).round()
            }
            Against::MoreThanPlain => value.round() <= most,
            Against::Milliseconds => value.round() < most,
            Against::Score => (value * 1e3).round() <= most,
        }
    }

    pub(super) fn written(&self, value: f64) -> String {
        match self.against {
            Against::Plain | Against::Same | Against::Best | Against::React => format!("{value:.2}"),
            Against::MoreThanPlain => format!("{value:+.0} ms"),
            // The browser reports no task that is shorter.
            Against::Milliseconds if value < 50.0 => "< 50 ms".to_owned(),
            Against::Milliseconds => format!("{value:.0} ms"),
            Against::Score => format!("{value:.3}"),
        }
    }

    pub(super) fn target(&self, length: usize) -> String {
        let most = self.most[length];
        match self.against {
            Against::Plain | Against::Same | Against::Best | Against::React => format!("≤ {most:.2}"),
            Against::MoreThanPlain => format!("≤ {most:+.0} ms"),
            Against::Milliseconds => format!("< {most:.0} ms"),
            Against::Score => format!("{most:.0}"),
        }
    }
}
