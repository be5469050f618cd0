//! The glossary: first mentions are linked, and an entry lists all facts about its entity.

use std::collections::BTreeSet;
use std::sync::Arc;

use chuhai::content::Story;
use chuhai::routes::{Embed, Page};
use scraper::{ElementRef, Html, Selector};
use serde_json::json;

use crate::fixture_content::{FixtureContent, assert_mistakes, body, real_story};

const HARBOUR: &str = "sections/harbour.md";
const OUTWARD: &str = "sections/outward.md";

fn page(story: &Arc<Story>, page: Page) -> Html {
    Html::parse_fragment(&body(page, story))
}

fn notes(story: &Story) -> Page {
    Page::Section(story.sections().last().expect("the notes").0)
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn hrefs(links: &[ElementRef<'_>]) -> Vec<String> {
    links.iter().filter_map(|link| link.value().attr("href")).map(str::to_owned).collect()
}

#[test]
fn a_first_mention_without_a_link_is_reported_with_the_link() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "The [Heron](@heron)", "The Heron"),
        &["sections/harbour.md:7:5: expected `[Heron](@heron)`, for its first mention, found no mark"],
    );
}

#[test]
fn a_section_that_names_an_entity_of_an_earlier_one_may_leave_it_unlinked() {
    assert_mistakes(FixtureContent::new().edit(OUTWARD, "The [Heron](@heron) left", "The Heron left"), &[]);
}

#[test]
fn a_link_to_a_never_linked_entity_is_reported() {
    let known = || {
        FixtureContent::new().edit(
            "entities.toml",
            "arrived-in = [\"harbour\"]",
            "arrived-in = [\"harbour\"]\nnever-linked = true",
        )
    };
    let bare = known().edit(HARBOUR, "The [Heron](@heron)", "The Heron");
    assert_mistakes(
        bare,
        &["sections/outward.md:7:11: expected no mark for `heron`, which is `never-linked`, found one"],
    );
}

#[test]
fn a_mention_before_the_link_is_reported_in_the_standfirst_too() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "Where both boats lie.", "Where the Heron lies."),
        &["sections/harbour.md:3:25: expected `[Heron](@heron)`, for its first mention, found no mark"],
    );
}

#[test]
fn a_second_link_in_a_section_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "are here.", "are here, the [Heron](@heron) too."),
        &["sections/harbour.md:7:96: expected `heron` marked once in a section, found a second mark"],
    );
}

#[test]
fn a_name_within_a_longer_name_or_within_a_link_is_no_mention() {
    let second = "[egret]\nname = \"Heron Egret\"\nkind = \"product\"\ndefinition = \"A tender.\"\narrived-in = []\n\n[quay]";
    let fixture = FixtureContent::new().edit("entities.toml", "[quay]", second).edit(
        OUTWARD,
        "The [Heron](@heron) left",
        "[The Heron](#heron-left) and the [Heron Egret](@egret) left",
    );
    assert_mistakes(fixture, &[]);
}

#[test]
fn another_name_of_an_entity_is_a_mention_too() {
    assert_mistakes(
        FixtureContent::new()
            .edit("entities.toml", "name = \"Quay\"", "name = \"Quay\"\naliases = [\"mole\"]")
            .edit(HARBOUR, "are here.", "are here, at the mole."),
        &["sections/harbour.md:7:93: expected `[mole](@quay)`, for its first mention, found no mark"],
    );
}

#[test]
fn every_entity_has_an_entry_with_its_definition_and_all_facts_about_it() {
    let story = real_story();
    let html = page(&story, Page::Story);
    let alone = page(&story, notes(&story));
    for (at, entity) in story.entities() {
        let entry = format!("dt:has(> #entity-{})", entity.id);
        assert_eq!(all(&html, &entry).len(), 0, "{entry}: the glossary is on the page of the notes");
        assert_eq!(all(&alone, &format!(".glossary > {entry} + dd")).len(), 1, "{entry}");
        let facts: Vec<_> = story.facts_about(at).map(|fact| story[fact].id.as_str()).collect();
        let about = story.facts.iter().filter(|fact| fact.entities.contains(&at));
        let about: BTreeSet<_> = about.map(|fact| fact.id.as_str()).collect();
        assert_eq!(facts.iter().copied().collect::<BTreeSet<_>>(), about, "{entry}");
        let apart: Vec<_> = facts.iter().map(|fact| format!("../../f/{fact}/")).collect();
        assert_eq!(
            hrefs(&all(&alone, &format!("{entry} + dd + dd li a"))),
            apart,
            "{entry}: it is shown on other pages too"
        );
        let counted: String = all(&alone, &format!("{entry} + dd + dd summary"))
            .iter()
            .flat_map(|summary| summary.text())
            .collect();
        let (count, name) = (facts.len(), &entity.name);
        let said = if count > 3 { format!("{count} facts: {name}") } else { String::new() };
        assert_eq!(counted, said, "{entry}");
    }
}

/// The entry of one entity: its name and definition.
const HERON: &str = "dt:has(> #entity-heron), dt:has(> #entity-heron) + dd";

#[test]
fn an_owner_whose_name_ends_in_a_full_stop_ends_the_sentence() {
    let story =
        FixtureContent::new().edit("entities.toml", "owner = \"Nobody\"", "owner = \"Nobody, Inc.\"").story();
    let html = page(&story, notes(&story));
    let text: String = all(&html, HERON).iter().flat_map(|part| part.text()).collect();
    assert!(text.contains("Owner: Nobody, Inc.") && !text.contains("Inc.."), "{text}");
}

#[test]
fn an_entry_has_the_names_in_their_scripts_and_the_owner_at_the_time() {
    let story = FixtureContent::new().story();
    let html = page(&story, notes(&story));
    let text: String = all(&html, HERON).iter().flat_map(|part| part.text()).collect();
    assert!(text.starts_with("Heron 青鹭A boat with two masts. Owner: Nobody."), "{text}");
    assert_eq!(all(&html, "#entity-heron ~ [lang=zh-Hans]").len(), 1);
}

#[test]
fn the_data_of_an_entity_are_complete() {
    let entity = serde_json::to_value(&FixtureContent::new().story().entities[0]).expect("JSON");
    let expected = json!({
        "id": "heron", "name": "Heron", "kind": "product", "scripts": { "zh-Hans": "青鹭" },
        "what": "A boat with two masts.", "owner": "Nobody", "owner_role": "owner",
    });
    assert_eq!(entity, expected);
}

#[test]
fn no_section_links_an_entity_twice_and_every_link_leads_to_its_entry() {
    let story = real_story();
    let html = page(&story, Page::Story);
    let glossary = page(&story, notes(&story));
    let mut mentions = 0;
    for section in &story.sections {
        let places = format!(
            "#{0} .standfirst a[data-entity], #{0} .section-body .passage > p a[data-entity]",
            section.id
        );
        let found = all(&html, &places);
        let entries: BTreeSet<_> = hrefs(&found).into_iter().collect();
        assert_eq!(entries.len(), found.len(), "{}", section.id);
        for entry in entries {
            let id = entry.strip_prefix("s/notes/").unwrap_or(&entry);
            assert!(id.starts_with("#entity-"), "{entry}");
            assert_eq!(all(&glossary, &format!(".glossary > dt > {id}")).len(), 1, "{entry}");
            mentions += 1;
        }
    }
    assert!(mentions > 0, "no section has a mention");
}

#[test]
fn a_mistake_in_a_section_causes_no_report_of_first_mentions_in_others() {
    let linked_once = || {
        let again = FixtureContent::new().edit(HARBOUR, "are here.", "are here. The Heron lies deep.");
        again.edit(OUTWARD, "The [Heron](@heron) left", "The Heron left")
    };
    assert_mistakes(linked_once(), &[]);
    let unlisted = linked_once().edit("story.toml", "\"harbour\"", "\"harbor\"");
    let unread = linked_once().edit(HARBOUR, "short-name =", "shotr-name =");
    let misspelt = linked_once().edit(HARBOUR, "(@heron)", "(@herno)");
    for fixture in [unlisted, unread, misspelt] {
        let mistakes = fixture.mistakes();
        assert!(
            !mistakes.is_empty() && !mistakes.iter().any(|mistake| mistake.contains("first mention")),
            "{mistakes:?}"
        );
    }
}

#[test]
fn from_other_pages_a_mention_links_to_the_endnotes() {
    let story = FixtureContent::new().story();
    let harbour = story.sections().find(|(_, section)| section.id == "harbour").expect("the harbour").0;
    for (at, base) in
        [(Page::Section(harbour), "../../"), (Page::Embed(Embed::Section(harbour)), "../../../")]
    {
        let html = page(&story, at);
        let links = hrefs(&all(&html, "a[data-entity][href$=entity-heron]"));
        assert_eq!(links, [format!("{base}s/notes/#entity-heron")]);
    }
}
