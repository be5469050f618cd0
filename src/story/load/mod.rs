//! Content files into a [`Story`], or every mistake in them at once. Prints nothing and writes nothing.
//!
//! Names come first (the files' own names, the tables of entities and sources), so that everything
//! read after them is resolved on the spot.

mod entities;
mod facts;
mod fields;
mod folder;
mod guesses;
mod ledger;
mod map;
mod markdown;
mod mentions;
mod names;
mod plots;
mod published;
mod report;
mod sections;
mod sources;

use std::path::Path;

use self::fields::Fields;
use self::folder::Folder;
use self::names::{Names, by_file};
pub use self::report::{Mistake, Mistakes};
use self::report::{Part, Report};
use super::words::Words;
use super::{Feature, GuessRef, PlotRef, Story};

/// Reads a content folder.
///
/// # Errors
///
/// Every mistake in every file, ordered by file and line.
pub fn story(content: &Path) -> Result<Story, Mistakes> {
    let report = Report::default();
    let folder = Folder::read(content, &report);
    let story = read(&folder, &report);
    report.finish()?;
    story.ok_or_else(|| Mistakes(Vec::new()))
}

fn read(folder: &Folder, report: &Report) -> Option<Story> {
    let mut names = Names::default();
    let head = head(folder, &mut names, report);
    let fact_files = facts::names(folder, &mut names, report);
    let raw_entities = entities::names(folder, &mut names, report);
    let raw_sources = sources::names(folder, &mut names, report);
    let plot_files: Vec<_> = folder.below("plots/").collect();
    names.plots = by_file(&plot_files, PlotRef);
    let guess_files: Vec<_> = folder.below("guesses/").collect();
    names.guesses = by_file(&guess_files, GuessRef);

    let words = words(folder, report);
    let (references, records) = sources::read(raw_sources, &names);
    let entities = entities::read(raw_entities, &names);
    let facts = facts::read(&fact_files, &names, report);
    let omissions = ledger::omissions(folder, report);
    let mut sections = sections::read(folder, &names, report);
    mentions::check(&sections, &entities, folder, report);
    sections::place(&mut sections, &facts, &fact_files, folder, report);

    let map = map::read(folder, &names, report);
    map::check_figures(&sections, &facts, map.as_ref(), folder, report);
    let plots = plots::read(&plot_files, &names, &facts, report);
    plots::check_placed(&plot_files, &sections, folder, report);
    let guesses = guesses::read(&guess_files, &names, &facts, report);
    guesses::check_placed(&guess_files, &sections, &names, folder, report);
    if let Some(rows) = ledger::rows(folder, &names, &omissions, report) {
        ledger::check(&rows, folder, &fact_files, &facts, &sections, report);
        ledger::check_guesses(&rows, &guesses, &guess_files, &fact_files, &facts, report);
        ledger::check_plots(&rows, &plots, &plot_files, &fact_files, &facts, report);
    }
    let published = published::read(folder, &names, report);

    let mut head = head?;
    let title = head.line("title");
    let standfirst = head.prose("standfirst", &names);
    let description = head.line("description");
    let credit = head.prose("credit", &names);
    let feature = feature(&mut head);
    head.finish();

    if report.sees_all() {
        entities::check_used(folder, &names, report);
        sources::check_used(folder, &names, report);
    }
    Some(Story {
        title: title?,
        standfirst: standfirst?,
        description: description?,
        credit: credit?,
        feature: feature?,
        words: words?,
        sections: sections.into_iter().collect::<Option<_>>()?,
        map,
        plots: plots.into_iter().collect::<Option<_>>()?,
        guesses: guesses.into_iter().collect::<Option<_>>()?,
        facts: facts.into_iter().collect::<Option<_>>()?,
        entities: entities.into_iter().collect::<Option<_>>()?,
        references: references.into_iter().collect::<Option<_>>()?,
        records: records.into_iter().collect::<Option<_>>()?,
        published,
        omissions,
    })
}

/// Opens `story.toml` and gives every section its place; the rest of it is read when all names are known.
fn head<'a>(folder: &'a Folder, names: &mut Names, report: &'a Report) -> Option<Fields<'a>> {
    let Some(file) = folder.file("story.toml", report) else {
        sections::names_unlisted(folder, names);
        return None;
    };
    let mut fields = Fields::parse(&file.text, Part::whole(file, report));
    let order = fields.required("sections", "a list of section ids in reading order");
    sections::names(order.map(toml::Spanned::into_inner).unwrap_or_default(), folder, names, file, report);
    Some(fields)
}

/// The table `[feature]` of `story.toml`.
fn feature(head: &mut Fields<'_>) -> Option<Feature> {
    let Some(mut fields) = head.table("feature") else {
        head.part.wrong(0..0, "a table `[feature]`: what the story retells", "none");
        return None;
    };
    let outlet = fields.line("outlet");
    let outlet_script = fields.line("outlet-script");
    let language = fields.line("language");
    let author = fields.line("author");
    let editor = fields.line("editor");
    let date = fields.date("date");
    let when = fields.line("when");
    fields.finish();
    Some(Feature {
        outlet: outlet?,
        outlet_script: outlet_script?,
        language: language?,
        author: author?,
        editor: editor?,
        date: date?,
        when: when?,
    })
}

fn words(folder: &Folder, report: &Report) -> Option<Words> {
    let file = folder.file("words.toml", report)?;
    match toml::from_str(&file.text) {
        Ok(words) => Some(words),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            report.at(file, span, "the labels that `src/story/words/` lists", error.message());
            None
        }
    }
}
