//! Reports the syntax errors of TOML in words for writers.

use super::diagnostics::{Reporter, backticked};

/// Reports the syntax errors of TOML. Keys of a table that stands twice are reported with it.
pub(crate) fn report_syntax(text: &str, errors: &[toml::de::Error], reporter: Reporter<'_>) {
    let mut repeated_table = None;
    for error in errors {
        let span = error.span().unwrap_or_default();
        let (before, rest) =
            (text.get(..span.start).unwrap_or_default(), text.get(span.start..).unwrap_or_default());
        let is_duplicate = error.message().contains("duplicate key");
        if is_duplicate && repeated_table.is_some_and(|from| !before[from..].contains("\n[")) {
            continue;
        }
        if is_duplicate {
            repeated_table = before.ends_with('[').then_some(span.start);
            let key = backticked(text.get(span.clone()).unwrap_or_default());
            reporter.error(span, "each key once", format!("{key} again"));
        } else if let Some(mark) = rest.chars().next().filter(|letter| "“”„‘’".contains(*letter)) {
            reporter.error(span, "straight quotation marks, `\"`", backticked(&mark.to_string()));
        } else {
            reporter.error(span, "valid TOML", error.message().replace('\n', "; "));
        }
    }
}
