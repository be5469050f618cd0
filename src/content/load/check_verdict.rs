//! Checks verdicts. Checkable kinds need one; each but `unverified` needs a source and a reason.

use super::diagnostics::Reporter;
use crate::content::{ClaimKind, Verdict};

/// Reports a missing, misplaced or unsupported verdict. `has_reason` and `has_records` describe the fact.
pub(crate) fn check(
    kind: ClaimKind,
    verdict: Option<Verdict>,
    has_reason: bool,
    has_records: bool,
    reporter: Reporter<'_>,
) {
    let span = reporter.file.value_span("verdict");
    let Some(verdict) = verdict else {
        // An unknown verdict is reported already.
        if kind.is_checkable() && span.is_empty() {
            let words: Vec<_> = Verdict::ALL.iter().map(|(word, _)| *word).collect();
            reporter.error(0..0, format!("`verdict`: one of {}", words.join(", ")), "nothing");
        }
        return;
    };
    let report = |expected: String, found: &str| reporter.error(span.clone(), expected, found);
    if !kind.is_checkable() {
        report(format!("no `verdict` for the kind `{}`", kind.as_str()), verdict.as_str());
        return;
    }
    if verdict == Verdict::Unverified {
        return;
    }
    if !has_records {
        report(format!("at least one of `records` for the verdict `{}`", verdict.as_str()), "none");
    }
    if !has_reason {
        report(format!("`why`: a sentence for the verdict `{}`", verdict.as_str()), "nothing");
    }
}
