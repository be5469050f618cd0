//! The performance targets, relative to the peers.

use super::results::RunResults;
use super::{OWN_STATIC, PEERS, PLAIN, SMALLEST, SYNTHETIC};

/// The scales that have targets.
pub(super) const TARGET_SCALES: [usize; 2] = [1, 10];

/// A performance target.
pub(super) struct Target {
    pub(super) what: &'static str,
    /// Which of our sites it applies to.
    site: &'static str,
    /// The harness's names of the figures; the worst of several counts.
    figures: &'static [&'static str],
    baseline: Baseline,
    /// The limit, by scale.
    max: [f64; 2],
}

/// What a figure is compared with.
enum Baseline {
    /// Divided by plain HTML's figure.
    PlainHtml,
    /// Divided by the figure of the same page as plain HTML.
    OwnStatic,
    /// The difference to plain HTML's figure, in ms.
    OverPlainHtml,
    /// Divided by the figure of the best peer.
    BestPeer,
    /// Divided by React's figure.
    React,
    /// Not compared: milliseconds.
    Milliseconds,
    /// Not compared: a score.
    Score,
}

const fn target(
    what: &'static str,
    figures: &'static [&'static str],
    baseline: Baseline,
    max: [f64; 2],
) -> Target {
    Target { what, site: SYNTHETIC, figures, baseline, max }
}

pub(super) const TARGETS: [Target; 11] = [
    target("FCP and LCP, the worse, ratio to plain HTML", &["fcp", "lcp"], Baseline::PlainHtml, [1.05, 1.05]),
    target(
        "blocking time after first paint, over plain HTML",
        &["tbtAll"],
        Baseline::OverPlainHtml,
        [10.0, 10.0],
    ),
    target("longest task", &["longest"], Baseline::Milliseconds, [60.0, 100.0]),
    target("main thread at load, ratio to plain HTML", &["task"], Baseline::PlainHtml, [1.15, 0.8]),
    target(
        "main thread at load, ratio to its own words and tags as plain HTML",
        &["task"],
        Baseline::OwnStatic,
        [1.15, 0.8],
    ),
    target(
        "toggle a card, to paint, ratio to plain HTML",
        &["toggle_paint"],
        Baseline::PlainHtml,
        [1.0, 0.5],
    ),
    target("expand all, to paint, ratio to the best peer", &["expand_paint"], Baseline::BestPeer, [0.8, 0.3]),
    target(
        "a key in the search, to paint, ratio to the best peer",
        &["key_paint"],
        Baseline::BestPeer,
        [1.0, 0.5],
    ),
    target("wire total, ratio to React", &["bytes"], Baseline::React, [1.05, 0.95]),
    Target {
        what: "wire total of the smallest build, ratio to React",
        site: SMALLEST,
        figures: &["bytes"],
        baseline: Baseline::React,
        max: [0.9, 0.95],
    },
    target("layout shift", &["cls"], Baseline::Score, [0.0, 0.0]),
];

impl Target {
    /// The measured value, or `None` if the site or its baseline has no such figure.
    pub(super) fn value(&self, run: &RunResults) -> Option<f64> {
        let worst = self.figures.iter().map(|figure| self.compare(run, figure)).reduce(|one, other| {
            let (one, other) = (one?, other?);
            Some(one.max(other))
        });
        worst.flatten()
    }

    fn compare(&self, run: &RunResults, figure: &str) -> Option<f64> {
        let ours = run.median(self.site, figure)?;
        let ratio = |to: Option<f64>| to.filter(|to| *to > 0.0).map(|to| ours / to);
        match self.baseline {
            Baseline::PlainHtml => ratio(run.median(PLAIN, figure)),
            Baseline::OwnStatic => ratio(run.median(OWN_STATIC, figure)),
            Baseline::OverPlainHtml => Some(ours - run.median(PLAIN, figure)?),
            Baseline::BestPeer => {
                ratio(PEERS.iter().filter_map(|peer| run.median(peer, figure)).reduce(f64::min))
            }
            Baseline::React => ratio(run.median("react", figure)),
            Baseline::Milliseconds | Baseline::Score => Some(ours),
        }
    }

    /// Whether this value, rounded as displayed, meets the limit at this scale.
    pub(super) fn is_met(&self, value: f64, length: usize) -> bool {
        let max = self.max[length];
        match self.baseline {
            Baseline::PlainHtml | Baseline::OwnStatic | Baseline::BestPeer | Baseline::React => {
                (value * 100.0).round() <= (max * 100.0).round()
            }
            Baseline::OverPlainHtml => value.round() <= max,
            Baseline::Milliseconds => value.round() < max,
            Baseline::Score => (value * 1e3).round() <= max,
        }
    }

    pub(super) fn display(&self, value: f64) -> String {
        match self.baseline {
            Baseline::PlainHtml | Baseline::OwnStatic | Baseline::BestPeer | Baseline::React => {
                format!("{value:.2}")
            }
            Baseline::OverPlainHtml => format!("{value:+.0} ms"),
            // The browser reports no shorter task.
            Baseline::Milliseconds if value < 50.0 => "< 50 ms".to_owned(),
            Baseline::Milliseconds => format!("{value:.0} ms"),
            Baseline::Score => format!("{value:.3}"),
        }
    }

    pub(super) fn limit(&self, length: usize) -> String {
        let max = self.max[length];
        match self.baseline {
            Baseline::PlainHtml | Baseline::OwnStatic | Baseline::BestPeer | Baseline::React => {
                format!("≤ {max:.2}")
            }
            Baseline::OverPlainHtml => format!("≤ {max:+.0} ms"),
            Baseline::Milliseconds => format!("< {max:.0} ms"),
            Baseline::Score => format!("{max:.0}"),
        }
    }
}
