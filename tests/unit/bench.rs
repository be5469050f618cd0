//! The benchmark's table of goals, made from results of the harness.

use xtask::bench::goals;
use xtask::bench::results::{FirstUse, RunResults};

const FIRST_USE: FirstUse = FirstUse { compiled: 90.0, cold: 1400.0, busy: 60.0 };

/// A run as the harness writes it, with the given medians of ours.
fn run(ours: &str) -> RunResults {
    let site = |name: &str, medians: &str| format!(r#"{{"name":"{name}","median":{medians},"errors":[]}}"#);
    let sites = [
        site("static", r#"{"toggle_paint":40,"expand_paint":null}"#),
        site("ours-noscript", r#"{"fcp":800,"task":200}"#),
        site("preact", r#"{"bytes":60000,"expand_paint":100}"#),
        site("react", r#"{"bytes":80000,"expand_paint":200}"#),
        site("ours", ours),
    ];
    let sites = sites.join(",");
    RunResults::read(&format!(r#"{{"line":"2 x Chip; Chromium 1","runs":5,"sites":[{sites}]}}"#))
        .expect("results")
}

/// The result in the row that starts with a text.
fn result(ours: &str, what: &str) -> String {
    let table = goals::table(&run(ours), &FIRST_USE);
    let line = table.lines().find(|line| line.starts_with(&format!("| {what}")));
    let cells: Vec<_> =
        line.unwrap_or_else(|| panic!("no line {what:?} in\n{table}")).split('|').map(str::trim).collect();
    cells[2].to_owned()
}

#[test]
fn a_figure_is_compared_with_what_its_goal_names() {
    assert_eq!(result(r#"{"task":210}"#, "main thread at load"), "1.05");
    assert_eq!(result(r#"{"bytes":40000}"#, "the same, ratio to React"), "0.50");
    assert_eq!(result(r#"{"bytes":40960}"#, "over the wire"), "40.0 KB");
}

#[test]
fn each_goal_is_compared_with_the_best_framework_at_it() {
    assert_eq!(result(r#"{"expand_paint":50}"#, "open all cards"), "0.50");
}

#[test]
fn a_missed_goal_is_bold() {
    assert_eq!(result(r#"{"fcp":880}"#, "first paint"), "**1.10**");
    assert_eq!(result("{}", "first use, nothing fetched: press to dialog"), "**1400 ms**");
    assert_eq!(result("{}", "first use, program compiled"), "90 ms");
}

#[test]
fn a_goal_that_was_not_measured_is_a_dash() {
    assert_eq!(result(r#"{"keyMed_paint":null}"#, "a letter in the search"), "–");
}

#[test]
fn results_that_are_cut_off_are_refused() {
    assert!(RunResults::read(r#"{"line":"#).is_err());
    assert!(RunResults::read(r#"{"line":"","runs":1}"#).is_err());
}
