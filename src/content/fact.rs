//! Facts, one file each: `facts/<section>/<id>.toml`.

use super::date::PartialDate;
use super::number_notation::NumberNotation;
use super::parse::{ContentFiles, Reporter, SymbolTable, TomlTable, backticked};
use super::text::Inline;
use super::{
    ClaimKind, EntityRef, Era, FactRef, Figure, RecordRef, ReferenceRef, SectionRef, Verdict, figure,
};

/// One claim with its figure, entity, time, sources and verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Id: the file's name, the address and the anchor. A published id never changes its meaning.
    pub id: String,
    /// Section.
    pub section: SectionRef,
    /// Title: the main point, as a headline.
    pub title: String,
    /// Kind of claim.
    pub kind: ClaimKind,
    /// Figure, if there is one.
    pub figure: Option<Figure>,
    /// Entities that the fact is about, the main one first; never empty.
    pub entities: Vec<EntityRef>,
    /// Date.
    pub date: PartialDate,
    /// Date as text, if `date` alone would mislead.
    pub date_text: Option<String>,
    /// Period, if `date` is too coarse or too precise for a plot.
    pub date_range: Option<(PartialDate, PartialDate)>,
    /// Marks a fact that is later than the source article.
    pub era: Option<Era>,
    /// Verdict; `None` if the claim cannot be checked.
    pub verdict: Option<Verdict>,
    /// Reason for the verdict.
    pub why: Vec<Inline>,
    /// The claim in our own words.
    pub claim: Vec<Inline>,
    /// What the card says that the prose beside it does not.
    pub adds: Vec<Inline>,
    /// Background that a reader needs to judge the fact.
    pub context: Vec<Inline>,
    /// Comparison that shows the figure's size.
    pub yardstick: Vec<Inline>,
    /// Corrections and doubts.
    pub notes: Vec<Vec<Inline>>,
    /// Entries of the source article's list that probably support the fact. We matched them by topic.
    pub references: Vec<ReferenceRef>,
    /// Sources that we checked it against.
    pub records: Vec<RecordRef>,
    /// The fact whose card shows this one, if it has no card.
    pub parent_card: Option<FactRef>,
    /// Facts without a card that this card shows.
    pub merged_facts: Vec<FactRef>,
}

impl Fact {
    /// Whether the fact is later than the source article.
    pub fn is_later(&self) -> bool {
        self.era.is_some()
    }

    /// First and last date of the fact.
    pub fn period(&self) -> (PartialDate, PartialDate) {
        self.date_range.unwrap_or((self.date, self.date))
    }
}

/// Declares every fact by its file's name. Reports names that occur in two folders.
pub(super) fn declare<'a>(
    content_files: &'a ContentFiles<'_>,
    symbols: &mut SymbolTable,
) -> Vec<Reporter<'a>> {
    let mut reporters: Vec<Reporter<'_>> = Vec::new();
    for reporter in content_files.files_in_folder("facts/") {
        let id = reporter.file.stem();
        if let Some(first) = symbols.facts.get(id) {
            let first = &reporters[first.0].file.path;
            let found = format!("{}, which is also {first}", backticked(id));
            reporter.error(0..0, "an id of its own", found);
            continue;
        }
        symbols.facts.insert(id.to_owned(), FactRef(reporters.len()));
        reporters.push(reporter);
    }
    reporters
}

/// Reads every fact; `None` for each that cannot be read.
pub(super) fn read(
    reporters: &[Reporter<'_>],
    symbols: &SymbolTable,
    notation: &NumberNotation<'_>,
) -> Vec<Option<Fact>> {
    // A folder that names no section is reported once.
    let folders = reporters.chunk_by(|one, other| folder(one) == folder(other));
    let in_folder = |files: &[Reporter<'_>]| -> Vec<_> {
        let section = files.first().and_then(|file| section(*file, symbols));
        files.iter().map(|reporter| fact(*reporter, section, symbols, notation)).collect()
    };
    folders.flat_map(in_folder).collect()
}

/// The path of the folder that a file is in.
fn folder<'a>(reporter: &Reporter<'a>) -> Option<&'a str> {
    reporter.file.path.rsplit_once('/').map(|(folder, _)| folder)
}

fn fact(
    reporter: Reporter<'_>,
    section: Option<SectionRef>,
    symbols: &SymbolTable,
    notation: &NumberNotation<'_>,
) -> Option<Fact> {
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let title = fields.text("title");
    let kind = fields.one_of("kind", ClaimKind::ALL);
    let entities = entities(&mut fields, symbols);
    let date = fields.date("date");
    let date_text = fields.optional_text("when");
    let date_range = date_range(&mut fields);
    let era = fields.optional_one_of("era", Era::ALL);
    let verdict = fields.optional_one_of("verdict", Verdict::ALL);
    let why = fields.optional_markdown("why", symbols);
    let claim = fields.markdown("claim", symbols);
    let adds = fields.optional_markdown("adds", symbols);
    let context = fields.optional_markdown("context", symbols);
    let yardstick = fields.optional_markdown("yardstick", symbols);
    let notes = fields.markdown_list("notes", symbols);
    let parent_card = fields.optional_fact("parent-card", symbols);
    let references = fields.raw_string_list("references");
    let references =
        references.iter().filter_map(|id| symbols.reference(id.get_ref(), id.span(), reporter)).collect();
    let records = fields.raw_string_list("records");
    let has_records = !records.is_empty();
    let records = records.iter().filter_map(|id| symbols.record(id.get_ref(), id.span(), reporter)).collect();
    let figure = fields.table("figure").map(|fields| figure::read(fields, notation));
    fields.finish();
    if let Some(kind) = kind {
        check_verdict(kind, verdict, !why.is_empty(), has_records, reporter);
    }
    // A figure that cannot be read is reported. Without it, guesses and plots of the fact would be too.
    let figure = match figure {
        Some(None) => return None,
        figure => figure.flatten(),
    };
    Some(Fact {
        id: reporter.file.stem().to_owned(),
        section: section?,
        title: title?,
        kind: kind?,
        figure,
        entities: entities?,
        date: date?,
        date_text,
        date_range,
        era,
        verdict,
        why,
        claim: claim?,
        adds,
        context,
        yardstick,
        notes,
        references,
        records,
        parent_card,
        merged_facts: Vec::new(),
    })
}

/// The section that the file's folder names.
fn section(reporter: Reporter<'_>, symbols: &SymbolTable) -> Option<SectionRef> {
    let path = reporter.file.path.strip_prefix("facts/");
    match path.and_then(|path| path.split_once('/')) {
        Some((folder, _)) => symbols.section_folder(folder, 0..0, reporter),
        None => {
            reporter.error(0..0, "a folder named after a section", "none");
            None
        }
    }
}

fn entities(fields: &mut TomlTable<'_>, symbols: &SymbolTable) -> Option<Vec<EntityRef>> {
    let ids = fields.required_list("entities", "a list of entity ids, the main one first")?;
    if ids.get_ref().is_empty() {
        fields.reporter.error(ids.span(), "at least one entity", "none");
        return None;
    }
    let ids = ids.into_inner();
    let found: Vec<_> =
        ids.iter().map(|id| symbols.entity(id.get_ref(), id.span(), fields.reporter)).collect();
    found.into_iter().collect()
}

/// The two dates of a `date-range`, in order.
fn date_range(fields: &mut TomlTable<'_>) -> Option<(PartialDate, PartialDate)> {
    let expected = "two dates that exist, the earlier one first: [\"YYYY-MM\", \"YYYY-MM\"]";
    let dates = fields.optional::<[String; 2]>("date-range", expected)?;
    let [from, to] = dates.get_ref().each_ref().map(|date| date.parse::<PartialDate>().ok());
    let date_range = from.zip(to).filter(|(from, to)| from.first_epoch_day() <= to.first_epoch_day());
    if date_range.is_none() {
        fields.reporter.error(
            dates.span(),
            expected,
            dates.get_ref().each_ref().map(|date| backticked(date)).join(" and "),
        );
    }
    date_range
}

/// Reports a missing, misplaced or unsupported verdict. Checkable kinds need one; each but `unverified` needs a source
/// and a reason. `has_reason` and `has_records` describe the fact.
fn check_verdict(
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
