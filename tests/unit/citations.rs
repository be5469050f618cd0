//! Citations of pages: what each says, and how BibTeX and biber read it.

use chuhai::content::{FactRef, Story};
use chuhai::routes::Page;
use generator::data::citations;
use serde_json::{Value, json};

use crate::data::{SITE, nodes};
use crate::fixture_content::{FixtureContent, real_story};

/// The citation of the page at a path, in the format with this extension.
fn cited(path: &str, ending: &str, story: &Story) -> String {
    let page = Page::all(story).into_iter().find(|page| page.path(story) == path).expect("a page");
    let all = citations(page, story, SITE).expect("citations");
    all.into_iter().find(|(format, _)| format.extension() == ending).expect("a format").1
}

#[test]
fn a_fact_later_than_the_source_article_is_not_cited_as_retold_from_it() {
    let story = real_story();
    let after = |at: FactRef| story[at].is_later();
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
        for (format, text) in citations(page, &story, SITE).expect("citations") {
            assert_eq!(text.contains("Retold from the facts"), expected, "{page:?} {format:?}: {text}");
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
            "title = 'The crew & its % grew ~ \\ ^'",
        )
        .story();
    let expected = "@misc{thequay-heron-crew,\n  author = {{The Quay}},\n  title = {{The crew \\& its \\% grew \\textasciitilde{} \\textbackslash{} \\textasciicircum{}}},\n  \
                    howpublished = {Two boats},\n  year = {2020},\n  month = mar,\n  date = {2020-03-02},\n  \
                    url = {https://example.org/sea/f/heron-crew/},\n  \
                    note = {Retold from the facts of an article by The Harbour Gazette, early 2020},\n}\n";
    assert_eq!(cited("f/heron-crew/", "bib", &story), expected);
}

#[test]
fn authors_sign_the_byline_every_citation_and_the_structured_data() {
    let authors = "authors = [\"Ada Quill\", \"The Night Desk\"]\n";
    let story =
        FixtureContent::new().edit("story.toml", "standfirst =", &format!("{authors}standfirst =")).story();
    assert!(story.byline()[0].starts_with("By Ada Quill, The Night Desk\u{a0}· After an article"));
    let cite = |ending| cited("f/heron-crew/", ending, &story);
    assert!(cite("txt").starts_with("Ada Quill, The Night Desk, “The crew grew”"), "{}", cite("txt"));
    assert!(cite("bib").contains("author = {{Ada Quill}} and {{The Night Desk}},"), "{}", cite("bib"));
    assert!(cite("ris").contains("AU  - Ada Quill\r\nAU  - The Night Desk\r\n"), "{}", cite("ris"));
    let csl: Value = serde_json::from_str(&cite("json")).expect("JSON");
    assert_eq!(csl[0]["author"], json!([{ "literal": "Ada Quill" }, { "literal": "The Night Desk" }]));
    let article =
        nodes(Page::Story, &story).into_iter().find(|node| node["@type"] == "Article").expect("an article");
    assert_eq!(article["author"][0], json!({ "@type": "Person", "name": "Ada Quill" }));
    let citation = Page::Story.meta(&story).citation;
    let names: Vec<_> =
        citation.iter().filter(|(name, _)| *name == "citation_author").map(|(_, name)| &**name).collect();
    assert_eq!(names, ["Ada Quill", "The Night Desk"]);
}
