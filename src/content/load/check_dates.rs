//! Checks the dates of facts against the source article and against their own range. Checks the day of the last change
//! against the published ids.

use crate::content::date::PartialDate;
use crate::content::parse::{ContentFiles, Reporter, backticked};
use crate::content::{ClaimKind, Era, Fact, IdRegistry, SourceArticle};

/// Reports facts that are later than the source article without `era`, and ranges outside their date.
pub(super) fn check(
    facts: &[Option<Fact>],
    reporters: &[Reporter<'_>],
    source_article: Option<&SourceArticle>,
) {
    for (fact, reporter) in facts.iter().zip(reporters) {
        let Some(fact) = fact else { continue };
        let is_after =
            |article: &SourceArticle| fact.date.first_epoch_day() >= article.date.epoch_day_after();
        // A remark on the source is ours, and may be later.
        let is_retold = !fact.is_later() && fact.kind != ClaimKind::SourceRemark;
        if is_retold && source_article.is_some_and(is_after) {
            let expected = format!("`era = \"{}\"` for a date after the source article", Era::After.as_str());
            reporter.error(reporter.file.value_span("date"), expected, "no `era`");
        }
        if let Some((from, to)) = fact.date_range {
            let (first, end) = (fact.date.first_epoch_day(), fact.date.epoch_day_after());
            if to.epoch_day_after() <= first || from.first_epoch_day() >= end {
                let expected = format!("a range that contains a day of `date`, {}", fact.date);
                let found = format!("{} to {}", backticked(&from.to_string()), backticked(&to.to_string()));
                reporter.error(reporter.file.value_span("date-range"), expected, found);
            }
        }
    }
}

/// Reports an `updated` of `story.toml` that is no day, or is before the newest id's day.
pub(super) fn check_updated(
    updated: Option<PartialDate>,
    ids: &IdRegistry,
    content_files: &ContentFiles<'_>,
) {
    let Some((updated, reporter)) = updated.zip(content_files.find_file("story.toml")) else { return };
    let newest = ids.last_published().filter(|newest| updated < *newest);
    if updated.day.is_none() || newest.is_some() {
        let since = newest.map(|day| format!(" on or after {day}, when the newest id was published"));
        let expected = format!("a day as YYYY-MM-DD{}", since.unwrap_or_default());
        reporter.error(reporter.file.value_span("updated"), expected, backticked(&updated.to_string()));
    }
}
