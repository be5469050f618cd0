//! The real story as it is: its length, guesses, map and chronology. An editor may change these expectations with it.

use std::collections::BTreeSet;

use chuhai::content::text::{Block, plain};
use chuhai::content::{PlotForm, load};

use crate::fixture_content::{project, real_story};

#[test]
fn the_real_story_has_no_mistakes() {
    let read = load::story(&project().join("content"));
    assert_eq!(read.err().map(|mistakes| mistakes.to_string()), None);
}

#[test]
fn the_real_story_has_3300_to_4900_words() {
    let story = real_story();
    let chapters = story.sections.iter().filter(|section| section.id != "notes");
    let words: usize = chapters
        .flat_map(|section| &section.body)
        .map(|block| match block {
            Block::Paragraph(words) => plain(words).split_whitespace().count(),
            Block::Cards(_) | Block::Plot(_) | Block::Guess(_) | Block::LaterEvents(_) => 0,
        })
        .sum();
    assert!((3_300..=4_900).contains(&words), "{words} words");
}

#[test]
fn the_real_story_has_one_guess_in_each_of_four_to_six_sections() {
    let story = real_story();
    let sections: BTreeSet<_> = story.guesses.iter().map(|guess| story[guess.fact].section).collect();
    assert!((4..=6).contains(&story.guesses.len()), "{} guesses", story.guesses.len());
    assert_eq!(sections.len(), story.guesses.len(), "a section has two guesses");
}

#[test]
fn no_paragraph_before_a_guess_gives_its_figure_away() {
    let story = real_story();
    for section in &story.sections {
        for (at, block) in section.body.iter().enumerate() {
            let Block::Guess(guess) = block else { continue };
            // Without the qualifier, which the prose may say in other words.
            let (_, figure) = story.ui.split_qualifier(story[*guess].figure(&story).expect("a figure"));
            let before = section.body[..at].iter().any(|block| match block {
                Block::Paragraph(words) => plain(words).contains(figure),
                Block::Cards(_) | Block::Plot(_) | Block::Guess(_) | Block::LaterEvents(_) => false,
            });
            assert!(!before, "{figure} occurs before the question about it");
        }
    }
}

#[test]
fn every_region_of_the_real_story_has_a_shape_and_a_port() {
    let story = real_story();
    let map = story.map.as_ref().expect("a map");
    let start = map.regions.first().expect("a region");
    assert!(start.shape.is_empty() && start.ports.len() == 1, "the route begins at a port without a region");
    assert!(story[start.section].is_opening);
    for (at, section) in story.sections() {
        let is_colored = section.color.is_some();
        let region = map.region(at).filter(|region| !region.shape.is_empty() && !region.ports.is_empty());
        // Later events have a colour and no region: they concern all regions.
        let mut facts = story.facts_in_order().filter(|fact| story[*fact].section == at).peekable();
        let is_later = facts.peek().is_some() && facts.all(|fact| story[fact].is_later());
        assert_eq!(region.is_some(), is_colored && !is_later, "{}", section.id);
    }
}

#[test]
fn the_chronology_spans_the_source_article_and_links_each_event_to_a_fact() {
    let story = real_story();
    let chronology = story.plots.iter().find_map(|plot| match &plot.form {
        PlotForm::Chronology(chronology) => Some(chronology),
        _ => None,
    });
    let rows = &chronology.expect("a chronology").rows;
    assert!(rows.iter().all(|row| row.fact.is_some()), "an event without a fact");
    let published = story.source_article.as_ref().expect("a source article").date;
    let [first, last] = [rows.first(), rows.last()].map(|row| row.expect("an event").date);
    assert!(first < published && last > published, "{first} to {last}");
}
