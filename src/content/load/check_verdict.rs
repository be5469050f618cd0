//! Checks verdicts. Checkable kinds need one; each but `unverified` needs a source and a reason.

use super::diagnostics::FileReporter;
use crate::content::{ClaimKind, Verdict};

/// Reports a missing, misplaced or unsupported verdict. `why` and `sources` say whether the fact has them.
pub(super) fn check(
    kind: ClaimKind,
    verdict: Option<Verdict>,
    why: bool,
    sources: bool,
    reporter: FileReporter<'_>,
) {
    let value = reporter.file.value("verdict");
    let Some(verdict) = verdict else {
        // An unknown verdict is reported already.
        if kind.is_checkable() && value.is_empty() {
            let words: Vec<_> = Verdict::ALL.iter().map(|(word, _)| *word).collect();
            reporter.error(0..0, format!("`verdict`: one of {}", words.join(", ")), "nothing");
        }
        return;
    };
    let report = |expected: String, found: &str| reporter.error(value.clone(), expected, found);
    if !kind.is_checkable() {
        report(format!("no `verdict` for the kind `{}`", kind.as_str()), verdict.as_str());
        return;
    }
    if verdict == Verdict::Unverified {
        return;
    }
    if !sources {
        report(format!("at least one of `records` for the verdict `{}`", verdict.as_str()), "none");
    }
    if !why {
        report(format!("`why`: a sentence for the verdict `{}`", verdict.as_str()), "nothing");
    }
}
