//! The plots' files, one each: `plots/<id>.toml`. A story may be without. Knows which figures a plot needs, nothing of
//! how it is drawn.

use std::cell::Cell;

use toml::Spanned;

use super::fields::Fields;
use super::folder::Folder;
use super::markdown::{PLOT, typographic};
use super::names::Names;
use super::report::{File, Part, Report, quoted};
use crate::story::text::Block;
use crate::story::{Amount, Bar, Fact, FactRef, Figure, Form, Place, Plot, Section, Source, Time};

/// Reads every plot; `None` for one that could not be read.
pub(super) fn read(
    files: &[&File],
    names: &Names,
    facts: &[Option<Fact>],
    report: &Report,
) -> Vec<Option<Plot>> {
    files.iter().map(|file| plot(file, &Desk { names, facts, part: Part::whole(file, report) })).collect()
}

/// What is at hand while a plot is read.
struct Desk<'a> {
    names: &'a Names,
    facts: &'a [Option<Fact>],
    part: Part<'a>,
}

/// What the forms are called in content files.
const FORMS: &[(&str, &str)] = &[
    ("bars", "bars"),
    ("course", "course"),
    ("times", "times"),
    ("squares", "squares"),
    ("matrix", "matrix"),
    ("dates", "dates"),
];

fn plot(file: &File, desk: &Desk<'_>) -> Option<Plot> {
    let mut fields = Fields::parse(&file.text, desk.part);
    let title = fields.line("title");
    let note = fields.optional_prose("note", desk.names);
    let form = match fields.one_of("form", FORMS)? {
        "bars" => desk.bars(&mut fields),
        "course" => desk.course(&mut fields),
        "times" => {
            let rows = fields.each("rows").into_iter().map(|row| desk.time(row));
            rows.collect::<Option<_>>().map(Form::Times)
        }
        "squares" => desk.squares(&mut fields),
        "matrix" => {
            let rows = fields.each("rows").into_iter().map(|row| desk.place(row));
            rows.collect::<Option<_>>().map(Form::Matrix)
        }
        _ => Some(Form::Dates),
    };
    fields.finish();
    Some(Plot { id: file.stem()?.to_owned(), title: title?, note, form: form? })
}

impl Desk<'_> {
    fn bars(&self, fields: &mut Fields<'_>) -> Option<Form> {
        let counted = fields.line("counted");
        let dated = fields.optional::<bool>("dated", "true or false").is_some_and(Spanned::into_inner);
        let bars: Vec<_> = fields.each("rows").into_iter().map(|row| self.bar(row)).collect();
        Some(Form::Bars { counted: counted?, dated, bars: bars.into_iter().collect::<Option<_>>()? })
    }

    fn bar(&self, mut row: Fields<'_>) -> Option<Bar> {
        let label = row.words("label");
        let fact = row.optional::<String>("fact", "the id of a fact in quotes");
        let take = row.optional_one_of("take", &[("from", false), ("to", true)]);
        let sum = row.list("sum");
        row.finish();
        let (label, span) = label.map(|label| (typographic(label.get_ref()), label.span()))?;
        if fact.is_some() != sum.is_empty() {
            self.part.wrong(span, format!("in the row `{label}` either `fact` or `sum`"), "something else");
            return None;
        }
        let source = match (fact, take) {
            (Some(id), None) => self.value(&id).map(Source::Value),
            (Some(id), Some(to)) => {
                let source = if to { Source::To } else { Source::From };
                self.fact_with(&id, "a fact with a figure that goes `from` one number `to` another", |fact| {
                    matches!(fact.figure, Some(Figure { amount: Amount::Range { .. }, .. }))
                })
                .map(source)
            }
            (None, _) => sum.iter().map(|id| self.value(id)).collect::<Option<_>>().map(Source::Sum),
        };
        Some(Bar { label, source: source? })
    }

    fn course(&self, fields: &mut Fields<'_>) -> Option<Form> {
        let (facts, span) = self.ids(fields)?;
        let late = Cell::new(0.0);
        let in_order = |id: &Spanned<String>| {
            self.fact_with(id, "a fact with a figure and its `hours`, later than the one before", |fact| {
                let hours = fact.figure.as_ref().and_then(|figure| figure.hours);
                hours.is_some_and(|hours| hours > late.replace(hours))
            })
        };
        let points: Vec<_> = facts.iter().map(in_order).collect();
        if points.is_empty() {
            self.part.wrong(span, "at least one fact", "none");
            return None;
        }
        points.into_iter().collect::<Option<_>>().map(Form::Course)
    }

    fn squares(&self, fields: &mut Fields<'_>) -> Option<Form> {
        let id = fields.required::<String>("fact", "the id of a fact in quotes")?;
        let of_a_hundred = |fact: &Fact| {
            let amount = fact.figure.as_ref().map(|figure| figure.amount);
            matches!(amount, Some(Amount::Value(value)) if (0.0..=100.0).contains(&value))
        };
        self.fact_with(&id, "a fact with a figure of 0 to 100", of_a_hundred).map(Form::Squares)
    }

    fn time(&self, mut row: Fields<'_>) -> Option<Time> {
        let label = row.words("label");
        let mut fact = |key| {
            let id = row.optional::<String>(key, "the id of a fact in quotes")?;
            self.names.fact(id.get_ref(), id.span(), self.part)
        };
        let (at, arrives, leaves, there) = (fact("fact"), fact("arrives"), fact("leaves"), fact("there"));
        row.finish();
        let (label, span) = label.map(|label| (typographic(label.get_ref()), label.span()))?;
        let (from, to, ended) = match (at, arrives, leaves, there) {
            (Some(at), None, None, None) => (at, None, false),
            (None, Some(from), Some(to), None) => (from, Some(to), true),
            (None, Some(from), None, Some(to)) => (from, Some(to), false),
            _ => {
                let expected = "`fact`, or `arrives` with either `leaves` or `there`";
                self.part.wrong(span, format!("in the row `{label}` {expected}"), "something else");
                return None;
            }
        };
        Some(Time { label, from, to, ended })
    }

    fn place(&self, mut row: Fields<'_>) -> Option<Place> {
        let id = row.required::<String>("entity", "the id of an entity in quotes");
        let (facts, _) = self.ids(&mut row)?;
        let gone = row.optional::<bool>("gone", "true or false").is_some_and(Spanned::into_inner);
        row.finish();
        let id = id?;
        let entity = self.names.entity(id.get_ref(), id.span(), self.part)?;
        let expected = format!("a fact about {}", quoted(id.get_ref()));
        let about =
            |id: &Spanned<String>| self.fact_with(id, &expected, |fact| fact.entities.contains(&entity));
        Some(Place { entity, facts: facts.iter().map(about).collect::<Option<_>>()?, gone })
    }

    fn ids(&self, fields: &mut Fields<'_>) -> Option<(Vec<Spanned<String>>, std::ops::Range<usize>)> {
        let ids = fields.required::<Vec<Spanned<String>>>("facts", "a list of fact ids")?;
        let span = ids.span();
        Some((ids.into_inner(), span))
    }

    fn value(&self, id: &Spanned<String>) -> Option<FactRef> {
        self.fact_with(id, "a fact with a figure of one number", |fact| {
            matches!(fact.figure, Some(Figure { amount: Amount::Value(_), .. }))
        })
    }

    /// The fact of that id, if it is as it should be. One that could not be read has been told already.
    fn fact_with(
        &self,
        id: &Spanned<String>,
        expected: &str,
        fits: impl FnOnce(&Fact) -> bool,
    ) -> Option<FactRef> {
        let at = self.names.fact(id.get_ref(), id.span(), self.part)?;
        let fact = self.facts[at.0].as_ref()?;
        if fits(fact) {
            return Some(at);
        }
        self.part.wrong(id.span(), expected, quoted(id.get_ref()));
        None
    }
}

/// Notes plots that stand nowhere, or more than once.
pub(super) fn check_placed(files: &[&File], sections: &[Option<Section>], folder: &Folder, report: &Report) {
    let mut placed = vec![0_usize; files.len()];
    for section in sections.iter().flatten() {
        let Some(file) = folder.find(&format!("sections/{}.md", section.id)) else { continue };
        for plot in section.body.iter().filter_map(|block| match block {
            Block::Plot(plot) => Some(plot),
            _ => None,
        }) {
            placed[plot.0] += 1;
            if placed[plot.0] > 1 {
                let mark = format!("[[{PLOT}{}]]", files[plot.0].stem().unwrap_or_default());
                let at = file.text.rfind(&mark).unwrap_or_default();
                report.at(file, at..at, "each plot once", format!("{} again", quoted(&mark)));
            }
        }
    }
    for (file, _) in files.iter().zip(placed).filter(|(_, placed)| *placed == 0 && report.sees_all()) {
        report.at(file, 0..0, "a place in the story: `[[plot:id]]`", "none");
    }
}
