//! The benchmark's table, made from results of the harness.

use xtask::bench::results::RunResults;
use xtask::bench::table;

/// A run as the harness writes it: plain HTML, two peers, and ours with the given median of each figure.
fn run(scale: usize, ours: &str) -> RunResults {
    let site = |name: &str, medians: &str| format!(r#"{{"name":"{name}","median":{medians},"errors":[]}}"#);
    let sites = [
        site(
            "static",
            r#"{"fcp":800,"lcp":800,"tbtAll":0,"longest":0,"task":200,"toggle_paint":40,"bytes":20000,"cls":0,"expand_paint":null}"#,
        ),
        site("react", r#"{"fcp":810,"task":300,"expand_paint":200,"key_paint":50,"bytes":80000}"#),
        site("svelte", r#"{"fcp":805,"task":250,"expand_paint":100,"key_paint":60,"bytes":40000}"#),
        site("chuhai", ours),
    ];
    let json = format!(
        r#"{{"line":"2 x Chip; Chromium 1","cpu":4,"net":"slow4g","runs":5,"sites":[{}]}}"#,
        sites.join(",")
    );
    RunResults { scale, ..RunResults::read(&json).expect("results") }
}

const OURS: &str = r#"{"fcp":800,"lcp":880,"tbtAll":4,"longest":0,"task":210,"toggle_paint":30,"bytes":60000,"cls":0,
    "expand_paint":50,"key_paint":null}"#;

/// The cells of the row that starts with a text.
fn cells(table: &str, what: &str) -> Vec<String> {
    let line = table.lines().find(|line| line.starts_with(&format!("| {what}")));
    let cells = line.unwrap_or_else(|| panic!("no line {what:?} in\n{table}")).split('|').skip(2);
    cells.map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn a_figure_stands_beside_its_target() {
    let table = table::targets(&[run(1, OURS)], "react 19");
    assert_eq!(cells(&table, "main thread at load, ratio")[..2], ["1.05", "≤ 1.15"]);
    assert_eq!(cells(&table, "blocking time after")[..2], ["+4 ms", "≤ +10 ms"]);
    assert_eq!(cells(&table, "longest task |")[..2], ["< 50 ms", "< 60 ms"]);
    assert_eq!(cells(&table, "wire total, ratio to React")[..2], ["0.75", "≤ 1.05"]);
}

#[test]
fn of_two_paints_the_worse_counts_and_what_falls_short_is_bold() {
    let table = table::targets(&[run(1, OURS)], "");
    assert_eq!(cells(&table, "FCP and LCP")[0], "**1.10**");
}

#[test]
fn the_best_peer_is_the_one_that_is_best_at_this() {
    let table = table::targets(&[run(1, OURS)], "");
    assert_eq!(cells(&table, "expand all, to paint, ratio")[0], "0.50");
}

#[test]
fn what_is_not_there_or_not_measured_is_a_dash() {
    let table = table::targets(&[run(1, OURS)], "");
    assert_eq!(cells(&table, "a key in the search"), ["–", "≤ 1.00", "–", "≤ 0.50"]);
}

#[test]
fn each_length_has_targets_of_its_own() {
    let table = table::targets(&[run(1, OURS), run(10, OURS)], "");
    assert_eq!(cells(&table, "main thread at load, ratio"), ["1.05", "≤ 1.15", "**1.05**", "≤ 0.80"]);
}

#[test]
fn the_table_names_machine_runs_and_peers() {
    let table = table::targets(&[run(1, OURS)], "react 19");
    for word in ["2 x Chip; Chromium 1", "5 runs", "react 19"] {
        assert!(table.contains(word), "no {word:?} in\n{table}");
    }
}

#[test]
fn medians_stand_beside_their_ratio_to_plain_html() {
    let table = table::medians(&run(1, OURS));
    assert_eq!(cells(&table, "main thread at load"), ["200", "300 (1.50)", "250 (1.25)", "210 (1.05)"]);
}

#[test]
fn results_that_are_cut_off_are_refused() {
    assert!(RunResults::read(r#"{"line":"#).is_err());
    assert!(RunResults::read(r#"{"line":"","cpu":4,"net":"none","runs":1}"#).is_err());
}

#[test]
fn the_readme_keeps_everything_but_the_table() {
    let readme = "before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n";
    let now = table::published(readme, "new\n").expect("a place for the table");
    assert_eq!(now, "before\n<!-- bench -->\nnew\n<!-- /bench -->\nafter\n");
    assert!(table::published("no place", "new").is_err());
}

#[test]
fn the_table_says_what_twenty_embeds_cost_their_host() {
    let mut hosted = run(1, OURS);
    assert!(!table::targets(&[hosted.clone()], "").contains("Twenty embeds"), "not measured, not said");
    let host = run(1, r#"{"longest":72}"#).sites.pop().expect("ours");
    hosted.sites.push(xtask::bench::results::SiteResults { name: "hosted".to_owned(), ..host });
    assert!(table::targets(&[hosted], "").contains("longest task: 72 ms (4× throttle, slow 4G)"));
}
