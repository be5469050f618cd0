//! The search index: synonyms, misspellings, ranking and snippets.

use chuhai::browser::search::folding::fold;
use chuhai::browser::search::matching::{Found, Index};
use chuhai::browser::search::passage::{Run, passages};
use chuhai::content::{Entity, Story, load};

use crate::fixture_content::project;

fn story() -> Story {
    load::story(&project().join("content")).expect("the story")
}

fn names(entity: &Entity) -> Vec<&str> {
    [entity.name.as_str()].into_iter().chain(entity.scripts.values().map(String::as_str)).collect()
}

/// An index of the glossary alone.
fn glossary(story: &Story) -> (Index, Vec<&Entity>) {
    let entities: Vec<_> = story.entities.iter().collect();
    let mut index = Index::default();
    for entity in &entities {
        index.name(names(entity).into_iter());
        index.add(0, true, names(entity).join(" "));
    }
    (index, entities)
}

/// An index of texts, with synonyms.
fn index(texts: &[&str], same: &[&[&str]]) -> Index {
    let mut index = Index::default();
    for names in same {
        index.name(names.iter().copied());
    }
    for text in texts {
        index.add(0, false, (*text).to_owned());
    }
    index
}

fn find(index: &Index, query: &str) -> Vec<usize> {
    index.find(query, &Found::default()).entries
}

#[test]
fn every_entity_is_found_by_each_of_its_names() {
    let story = story();
    let (index, entities) = glossary(&story);
    for (at, entity) in entities.iter().enumerate() {
        for name in names(entity) {
            assert!(find(&index, name).contains(&at), "{name} does not find {}", entity.id);
            assert!(find(&index, &name.to_uppercase()).contains(&at), "{name} in capitals");
        }
    }
}

#[test]
fn every_entity_is_found_by_each_of_its_names_with_one_letter_wrong() {
    let story = story();
    let (index, entities) = glossary(&story);
    for (at, entity) in entities.iter().enumerate() {
        for name in names(entity) {
            for (place, letter) in name.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
                let wrong = if letter.is_ascii() { "q" } else { "口" };
                let mut query = name.to_owned();
                query.replace_range(place..place + letter.len_utf8(), wrong);
                let found = find(&index, &query);
                assert!(found.contains(&at), "{query} does not find {}", entity.id);
            }
        }
    }
}

#[test]
fn a_letter_missing_too_many_or_swapped_is_forgiven_in_a_name() {
    let index = index(&["What Kuaishou did", "What others did"], &[&["Kuaishou", "快手"]]);
    for query in ["kuaisho", "kuashou", "kuaisshou", "kuiashou", "kuaihsou did", "kuiash", "KUAISHUO"] {
        assert_eq!(find(&index, query), [0], "{query}");
    }
    assert!(find(&index, "kindness").is_empty(), "a word that is near to no name is not bent to one");
}

#[test]
fn a_short_word_is_taken_as_it_is_spelt_unless_it_is_nowhere() {
    let index = index(&["BTS sang", "The bus came"], &[&["BTS", "방탄소년단"]]);
    assert_eq!(find(&index, "bus"), [1]);
    assert_eq!(find(&index, "bta"), [0]);
}

#[test]
fn any_name_finds_what_every_name_finds() {
    let index = index(
        &["Douyin at home", "抖音 at home", "TikTok abroad", "The sister, Douyin"],
        &[&["Douyin", "抖音"], &["TikTok"]],
    );
    assert_eq!(find(&index, "抖音"), [0, 1, 3]);
    assert_eq!(find(&index, "Douyin"), [0, 1, 3]);
    assert_eq!(find(&index, "douy"), [0, 1, 3]);
    assert_eq!(find(&index, "抖"), [0, 1, 3]);
}

#[test]
fn case_accents_width_and_punctuation_make_no_difference() {
    for (one, other) in [
        ("Über São Paulo", "uber sao paulo"),
        ("Chang’an", "chang'an"),
        ("Cha Eun-woo", "CHA EUN WOO"),
        ("dǒuyīn", "Douyin"),
        ("Điện Biên Phủ", "dien bien phu"),
        ("ＴｉｋＴｏｋ", "tiktok"),
        ("e\u{301}lan", "élan"),
        ("ПЕКИН", "пекин"),
        ("a\u{a0}– b", "a b"),
    ] {
        assert_eq!(fold(one), fold(other), "{one} and {other}");
    }
    assert_eq!(fold("1.3 billion, 40%"), "1.3 billion, 40%");
}

#[test]
fn all_words_must_be_there_each_from_its_start() {
    let index = index(&["Downloads of TikTok\nin Brazil", "Downloads of Likee", "Overloads in Brazil"], &[]);
    assert_eq!(find(&index, "brazil down"), [0]);
    assert!(find(&index, "loads").is_empty());
    assert_eq!(find(&index, "down"), [0, 1]);
}

#[test]
fn a_single_letter_finds_nothing_and_a_single_sign_does() {
    let index = index(&["A letter", "出海"], &[]);
    assert!(index.find("a", &Found::default()).is_idle());
    assert!(index.find("  ", &Found::default()).is_idle());
    assert_eq!(find(&index, "海"), [1]);
}

#[test]
fn typing_on_finds_what_asking_at_once_would() {
    let texts = ["The storm came", "A store and a stone", "Storms, then calm", "Stop"];
    let index = index(&texts, &[&["Storrm", "风暴"]]);
    for query in ["storm", "stone", "stop", "storms then", "calm st", "stxrm"] {
        let mut found = Found::default();
        for end in 1..=query.len() {
            found = index.find(&query[..end], &found);
            assert_eq!(found.entries, find(&index, &query[..end]), "{}", &query[..end]);
        }
    }
}

#[test]
fn what_is_called_so_comes_before_what_holds_it() {
    let mut index = Index::default();
    index.add(0, false, "What TikTok did".to_owned());
    index.add(1, true, "Douyin 抖音\nThe sister of TikTok".to_owned());
    index.add(1, true, "TikTok\nAn app".to_owned());
    assert_eq!(find(&index, "tiktok"), [2, 0, 1]);
}

fn shown(text: &str, query: &str) -> (String, String) {
    let mut index = Index::default();
    index.add(0, false, text.to_owned());
    let found = index.find(query, &Found::default());
    let write = |runs: &[Run]| {
        runs.iter()
            .map(|run| if run.marked { format!("[{}]", run.text) } else { run.text.to_owned() })
            .collect()
    };
    let (title, passage) = passages(index.get(0).expect("an entry"), &found);
    (write(&title), write(&passage))
}

#[test]
fn the_match_is_shown_and_marked_as_it_is_written() {
    let text = "Élan in São Paulo\n12 million\nAn élan – and more élan – that nobody there had seen before.";
    let (title, passage) = shown(text, "elan");
    assert_eq!(title, "[Élan] in São Paulo");
    assert_eq!(passage, "An [élan] – and more [élan] – that nobody there had seen before.");
    let (title, passage) = shown(text, "sao paulo");
    assert_eq!(title, "Élan in [São] [Paulo]");
    assert_eq!(passage, "An élan – and more élan – that nobody there had seen before.");
    assert_eq!(shown("\n北京抖音有限公司", "抖音").1, "北京[抖音]有限公司");
}

#[test]
fn a_long_part_is_cut_between_words_around_the_match() {
    let text = format!("Title\n{}needle {}", "before ".repeat(30), "after ".repeat(40));
    let (_, passage) = shown(&text, "needle");
    assert!(passage.starts_with("… before") && passage.contains("before [needle] after"), "{passage}");
    assert!(passage.ends_with("after…") && passage.len() < 220, "{passage}");
}
