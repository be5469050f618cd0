//! Formats results as Markdown: medians of every site, and targets beside results.

use anyhow::{Context, Result};

use super::results::{RunResults, SiteResults};
use super::targets::{TARGET_SCALES, TARGETS, Target};
use super::{EMBED_HOST, PLAIN, STORY, SYNTHETIC};

/// A row of the tables.
struct Figure {
    what: &'static str,
    /// The harness's names of the figures that it sums.
    parts: &'static [&'static str],
    unit: &'static str,
    /// The divisor from the harness's unit.
    size: f64,
}

const fn ms(what: &'static str, parts: &'static [&'static str]) -> Figure {
    Figure { what, parts, unit: "ms", size: 1.0 }
}

const LONGEST: Figure = ms("longest task", &["longest"]);

const FIGURES: [Figure; 11] = [
    ms("first contentful paint", &["fcp"]),
    ms("hydrated", &["hydrated"]),
    ms("blocking time", &["tbtAll"]),
    LONGEST,
    ms("main thread at load", &["task"]),
    ms("toggle a card, to paint", &["toggle_paint"]),
    ms("expand all, to paint", &["expand_paint"]),
    ms("worst key in the search, to paint", &["key_paint"]),
    Figure { what: "over the wire", parts: &["bytes"], unit: "kB", size: 1e3 },
    Figure {
        what: "memory, JavaScript's and WebAssembly's",
        parts: &["heap", "wasmMem"],
        unit: "MB",
        size: 1e6,
    },
    Figure { what: "size of the page", parts: &["nodes"], unit: "DOM nodes", size: 1.0 },
];

impl Figure {
    fn of(&self, run: &RunResults, site: &str) -> Option<f64> {
        let parts = self.parts.iter().map(|part| run.median(site, part));
        Some(parts.sum::<Option<f64>>()? / self.size)
    }

    fn display(&self, value: Option<f64>) -> String {
        match value {
            None => "–".to_owned(),
            // The browser reports no shorter task.
            Some(value) if self.parts == LONGEST.parts && value < 50.0 => "< 50".to_owned(),
            Some(value) if self.unit == "MB" => format!("{value:.1}"),
            Some(value) => format!("{value:.0}"),
        }
    }
}

/// Formats every site's medians, with their ratio to plain HTML, and its errors.
pub fn medians(run: &RunResults) -> String {
    let names: Vec<_> = run.sites.iter().map(|site| site.name.as_str()).collect();
    let mut text = heading(&format!("{}×, {}", run.scale, run.conditions), &names);
    for figure in &FIGURES {
        let plain = figure.of(run, PLAIN);
        let cells = names.iter().map(|name| {
            let value = figure.of(run, name);
            let ratio = value.zip(plain).filter(|(_, plain)| *plain > 0.0 && *name != PLAIN);
            let ratio = ratio.map(|(value, plain)| format!(" ({:.2})", value / plain));
            figure.display(value) + ratio.unwrap_or_default().as_str()
        });
        text += &line(&format!("{}, {}", figure.what, figure.unit), cells);
    }
    for SiteResults { name, errors, .. } in &run.sites {
        for error in errors {
            text += &format!("\n{name}: {error}\n");
        }
    }
    text
}

/// Formats the targets beside the synthetic story's results, then the figures of the real story and the longest one.
pub fn targets(measured: &[RunResults], peers: &str) -> String {
    let slowed = |scale| measured.iter().find(|run| run.scale == scale && run.conditions.slowed());
    let targets = TARGET_SCALES.map(|scale| (scale, slowed(scale)));
    let columns = TARGET_SCALES.map(|scale| [format!("{scale}×"), "target".to_owned()]).concat();
    let mut text = heading("4× throttle, slow 4G", &columns.iter().map(String::as_str).collect::<Vec<_>>());
    for target in &TARGETS {
        let cells = targets.iter().enumerate().flat_map(|(at, (_, run))| target_cells(target, at, *run));
        text += &line(target.what, cells);
    }
    text += "\nIn bold what falls short. Blocking time counts what is over 50 ms of a task, and no shorter task is \
             seen.\n\n";
    text += &waits(measured);
    text += &embed_host(measured);
    let Some(run) = measured.first() else { return text };
    let counted = |run: &RunResults| {
        let plural = if run.runs == 1 { "" } else { "s" };
        format!("{} run{plural} at {}×", run.runs, run.scale)
    };
    let mut runs: Vec<_> = measured.iter().map(counted).collect();
    runs.dedup();
    text += &format!(
        "\nMedians of {}; in parentheses plain HTML's. {}. Peers: {peers}.\n",
        runs.join(", "),
        run.machine
    );
    text
}

fn target_cells(target: &Target, at: usize, run: Option<&RunResults>) -> [String; 2] {
    let value = run.and_then(|run| target.value(run));
    let written = match value {
        None => "–".to_owned(),
        Some(value) if target.is_met(value, at) => target.display(value),
        Some(value) => format!("**{}**", target.display(value)),
    };
    [written, target.limit(at)]
}

/// Formats the figures of the real story and of the longest synthetic one, beside plain HTML's.
fn waits(measured: &[RunResults]) -> String {
    let columns: Vec<_> = measured
        .iter()
        .filter_map(|run| match run.scale {
            1 => Some((run, STORY, format!("the story, {}", run.conditions))),
            100 => Some((run, SYNTHETIC, format!("100×, {}", run.conditions))),
            _ => None,
        })
        .collect();
    let names: Vec<_> = columns.iter().map(|(.., name)| name.as_str()).collect();
    let mut text = heading("", &names);
    for figure in &FIGURES {
        let cells = columns.iter().map(|(run, site, _)| {
            let plain = figure.of(run, PLAIN).map(|plain| format!(" ({})", figure.display(Some(plain))));
            figure.display(figure.of(run, site)) + plain.unwrap_or_default().as_str()
        });
        text += &line(&format!("{}, {}", figure.what, figure.unit), cells);
    }
    text
}

/// Formats the longest task of the host page with twenty embeds.
fn embed_host(measured: &[RunResults]) -> String {
    let said = measured.iter().filter(|run| run.scale == 1).filter_map(|run| {
        let value = LONGEST.of(run, EMBED_HOST)?;
        Some(format!("{} {} ({})", LONGEST.display(Some(value)), LONGEST.unit, run.conditions))
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        return String::new();
    }
    format!("\nTwenty embeds in a page on the same thread, longest task: {}.\n", said.join("; "))
}

fn heading(corner: &str, columns: &[&str]) -> String {
    let rules: String = columns.iter().map(|_| "---:|").collect();
    format!("| {corner} | {} |\n|---|{rules}\n", columns.join(" | "))
}

fn line(what: &str, cells: impl Iterator<Item = String>) -> String {
    format!("| {what} | {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// Replaces the table in `src/decisions/loading-figures.md`.
///
/// # Errors
///
/// If the text has no markers for it.
pub fn published(readme: &str, table: &str) -> Result<String> {
    const START: &str = "<!-- bench -->\n";
    const END: &str = "<!-- /bench -->";
    let (before, rest) = readme.split_once(START).context("loading-figures.md has no `<!-- bench -->`")?;
    let (_, after) = rest.split_once(END).context("loading-figures.md has no `<!-- /bench -->`")?;
    Ok(format!("{before}{START}{table}{END}{after}"))
}
