//! The goals for loading and using the page, beside the results.

use std::fmt::Write as _;

use super::results::{FirstUse, RunResults};
use super::{NO_SCRIPT, OURS, PEERS, PLAIN};

/// A goal: a metric of our page, its baseline, and the maximum.
struct Goal {
    label: &'static str,
    /// The harness's name of the metric.
    metric: &'static str,
    baseline: Baseline,
    max: f64,
}

/// What a metric is compared with.
#[derive(Clone, Copy)]
enum Baseline {
    /// Ratio to a site's value.
    Site(&'static str),
    /// Ratio to the value of the best framework.
    BestPeer,
    /// Absolute value: the unit, and its size in the harness's unit.
    Unit(&'static str, f64),
}

const fn goal(label: &'static str, metric: &'static str, baseline: Baseline, max: f64) -> Goal {
    Goal { label, metric, baseline, max }
}

const GOALS: [Goal; 14] = [
    goal("over the wire until the reader acts", "bytes", Baseline::Unit("KB", 1024.0), 76.0),
    goal("the same, ratio to React", "bytes", Baseline::Site("react"), 0.55),
    goal("the same, ratio to Preact", "bytes", Baseline::Site("preact"), 0.88),
    goal("main thread at load, ratio to the page without scripts", "task", Baseline::Site(NO_SCRIPT), 1.05),
    goal("first paint, ratio to the page without scripts", "fcp", Baseline::Site(NO_SCRIPT), 1.02),
    goal("blocking time", "tbtAll", Baseline::Unit("ms", 1.0), 0.0),
    goal("longest task", "longest", Baseline::Unit("ms", 1.0), 50.0),
    goal("layout shift", "cls", Baseline::Unit("", 1.0), 0.0),
    goal("toggle a card, ratio to plain HTML", "toggle_paint", Baseline::Site(PLAIN), 1.05),
    goal("open all cards, ratio to the best framework", "expand_paint", Baseline::BestPeer, 0.8),
    goal("a letter in the search, ratio to the best framework", "keyMed_paint", Baseline::BestPeer, 1.0),
    goal("its results, ratio to the best framework", "answerMed_paint", Baseline::BestPeer, 1.5),
    goal("change the theme, ratio to the best framework", "theme_paint", Baseline::BestPeer, 1.0),
    goal("memory of scripts, ratio to the best framework", "heap", Baseline::BestPeer, 1.0),
];

/// Formats all goals beside their results, as a Markdown table. Missed goals are bold.
pub fn table(run: &RunResults, first_use: &FirstUse) -> String {
    let mut text = "| | result | goal |\n|---|---:|---:|\n".to_owned();
    for goal in &GOALS {
        write_line(&mut text, goal.label, goal.value(run), goal.max, goal.unit());
    }
    for (label, value, max) in [
        ("first use, program compiled: press to dialog", first_use.compiled, 120.0),
        ("first use, nothing fetched: press to dialog", first_use.cold, 1000.0),
        ("first use, nothing fetched: press to “busy”", first_use.busy, 100.0),
    ] {
        write_line(&mut text, label, Some(value), max, "ms");
    }
    let _ = write!(text, "\nMedians of {} loads each, 4× throttle, slow 4G. {}.\n", run.runs, run.machine);
    text
}

impl Goal {
    /// The measured value, or `None` if ours or the baseline's is missing.
    fn value(&self, run: &RunResults) -> Option<f64> {
        let ours = run.median(OURS, self.metric)?;
        match self.baseline {
            Baseline::Unit(_, size) => Some(ours / size),
            Baseline::Site(site) => ratio(ours, run.median(site, self.metric)?),
            Baseline::BestPeer => {
                let frameworks = PEERS.iter().filter(|peer| ![PLAIN, NO_SCRIPT].contains(peer));
                let best = frameworks.filter_map(|peer| run.median(peer, self.metric)).reduce(f64::min)?;
                ratio(ours, best)
            }
        }
    }

    fn unit(&self) -> &'static str {
        match self.baseline {
            Baseline::Unit(unit, _) => unit,
            Baseline::Site(_) | Baseline::BestPeer => "×",
        }
    }
}

fn ratio(ours: f64, baseline: f64) -> Option<f64> {
    (baseline > 0.0).then(|| ours / baseline)
}

fn write_line(text: &mut String, label: &str, value: Option<f64>, max: f64, unit: &str) {
    let write_figure = |value: f64| match unit {
        "ms" => format!("{value:.0} ms"),
        "KB" => format!("{value:.1} KB"),
        "×" => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    };
    let written = match value {
        None => "–".to_owned(),
        Some(value) if write_figure(value) == write_figure(max) || value < max => write_figure(value),
        Some(value) => format!("**{}**", write_figure(value)),
    };
    let _ = writeln!(text, "| {label} | {written} | ≤ {} |", write_figure(max));
}
