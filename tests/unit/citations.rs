//! Citations of pages: what each says, and how BibTeX and biber read it.

use chuhai::content::{FactRef, Story};
use chuhai::routes::Page;
use generator::data::citations;

use crate::data::SITE;
use crate::fixture_content::{FixtureContent, the_article};

/// The citation of the page at a path, in the format with this extension.
fn cited(path: &str, ending: &str, story: &Story) -> String {
    let page = Page::all(story).into_iter().find(|page| page.path(story) == path).expect("a page");
    let all = citations(page, story, SITE).expect("citations");
    all.into_iter().find(|(format, _)| *format == ending).expect("a format").1
}

#[test]
fn a_fact_later_than_the_source_article_is_not_cited_as_retold_from_it() {
    let story = the_article();
    let after = |at: FactRef| story[at].era.is_some();
    let (mut retold, mut later) = (0, 0);
    for page in Page::all(&story) {
        let expected = match page {
            Page::Fact(at) => !after(at),
            Page::Section(section) => {
                let mut facts = story.facts_in_order().filter(|at| story[*at].section == section).peekable();
                facts.peek().is_none() || !facts.all(after)
            }
            _ => continue,
        };
        for (ending, text) in citations(page, &story, SITE).expect("citations") {
            assert_eq!(text.contains("Retold from the facts"), expected, "{page:?} {ending}: {text}");
        }
        (retold, later) = if expected { (retold + 1, later) } else { (retold, later + 1) };
    }
    assert!(retold > 0 && later > 0, "{retold} retold, {later} later");
}

#[test]
fn a_bibtex_entry_escapes_its_title_and_has_its_date_for_bibtex_and_for_biber() {
    let story = FixtureContent::new()
        .edit(
            "facts/harbour/heron-crew.toml",
            "title = \"The crew grew\"",
            "title = \"The crew & its % grew\"",
        )
        .story();
    let expected = "@misc{thequay-heron-crew,\n  author = {{The Quay}},\n  title = {{The crew \\& its \\% grew}},\n  \
                    howpublished = {Two boats},\n  year = {2020},\n  month = mar,\n  date = {2020-03-02},\n  \
                    url = {https://example.org/sea/f/heron-crew/},\n  \
                    note = {Retold from the facts of an article by The Harbour Gazette, early 2020},\n}\n";
    assert_eq!(cited("f/heron-crew/", "bib", &story), expected);
}
