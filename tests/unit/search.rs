//! The search index: synonyms, misspellings, ranking and snippets.

use chuhai::components::search::index::SearchIndex;
use chuhai::components::search::normalize::normalize;
use chuhai::components::search::query::SearchMatches;
use chuhai::components::search::snippet::{HighlightRun, ResultSnippet, snippet};
use chuhai::content::{Entity, Story};

use crate::fixture_content::{FixtureContent, real_story};

fn names(entity: &Entity) -> Vec<&str> {
    let others = entity.scripts.values().chain(&entity.aliases);
    [entity.name.as_str()].into_iter().chain(others.map(String::as_str)).collect()
}

/// An index of the glossary alone.
fn glossary(story: &Story) -> (SearchIndex, Vec<&Entity>) {
    let entities: Vec<_> = story.entities.iter().collect();
    let mut index = SearchIndex::default();
    for entity in &entities {
        index.add_synonyms(names(entity).into_iter());
        index.add(names(entity).join(" "), true);
    }
    (index, entities)
}

/// An index of texts, with synonyms.
fn index(texts: &[&str], same: &[&[&str]]) -> SearchIndex {
    let mut index = SearchIndex::default();
    for names in same {
        index.add_synonyms(names.iter().copied());
    }
    for text in texts {
        index.add((*text).to_owned(), false);
    }
    index
}

fn find(index: &SearchIndex, query: &str) -> Vec<usize> {
    index.find(query, &SearchMatches::default()).ranked
}

#[test]
fn every_entity_is_found_by_each_of_its_names() {
    let story = real_story();
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
    let story = real_story();
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
fn a_short_word_is_corrected_only_if_the_text_does_not_have_it() {
    let index = index(&["BTS sang", "The bus came"], &[&["BTS", "방탄소년단"]]);
    assert_eq!(find(&index, "bus"), [1]);
    assert_eq!(find(&index, "bta"), [0]);
}

#[test]
fn a_word_of_the_text_is_not_taken_for_a_misspelt_name() {
    let index = index(&["Gao Chen went live", "Shen wrote of LINE"], &[&["Gao Chen"], &["Chen"], &["Live"]]);
    assert_eq!(find(&index, "shen"), [1]);
    assert_eq!(find(&index, "line"), [1]);
    assert_eq!(find(&index, "chem"), [0]);
}

#[test]
fn no_word_is_taken_for_a_misspelt_name_of_one_letter() {
    let index = index(&["Some said so", "S is a letter"], &[&["S"]]);
    assert_eq!(find(&index, "ss"), Vec::<usize>::new());
}

#[test]
fn every_name_of_an_entity_finds_the_same() {
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
fn a_name_that_is_added_again_gains_synonyms() {
    let index = index(&["抖音 at home", "Douyin abroad"], &[&["Douyin"], &["抖音", "Douyin"]]);
    assert_eq!(find(&index, "抖音"), [0, 1]);
    assert_eq!(find(&index, "Douyin"), [0, 1]);
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
        ("\u{1107}\u{1173}\u{11af}\u{1105}\u{1162}\u{11a8}핑크", "블랙핑크"),
        ("ｿﾆｰ", "ソニー"),
        ("ﾔﾌｰ ｶﾞ", "ヤフー ガ"),
        ("か\u{3099}", "が"),
        ("ﬁlm, ﬂow", "film, flow"),
        ("\u{202a}VMate\u{202c}\u{200e}", "vmate"),
        ("Ærø Straße œuvre", "aero strasse oeuvre"),
        ("ΧΑΟΣ", "χαος"),
        ("660,000", "660000"),
        ("６６０，０００", "660000"),
        ("1⁄2", "1/2"),
        ("①", "1"),
    ] {
        assert_eq!(normalize(one), normalize(other), "{one} and {other}");
    }
    assert_eq!(normalize("1.3 billion, 40%"), "1.3 billion, 40%");
}

#[test]
fn a_number_is_found_however_its_digits_are_grouped() {
    let index = index(&["660,000 fans", "66 fans of 2019", "1,300,000 yuan"], &[]);
    for query in ["660,000", "660000", "660 000", "660\u{202f}000", "660'000", "660’000", "6600"] {
        assert_eq!(find(&index, query), [0], "{query}");
    }
    assert_eq!(find(&index, "1 300 000 yuan"), [2]);
    assert_eq!(find(&index, "2019 66"), [1], "years and figures stay apart");
    assert_eq!(shown("Fans\nIt had 660,000 fans.", "660000").1, "It had [660,000] fans.");
    assert_eq!(shown("Film\nThe ﬁlm ran.", "film").1, "The [ﬁlm] ran.");
}

#[test]
fn chinese_names_are_found_in_traditional_characters_too() {
    let script = "script = { zh-Hans = \"青鹭\" }\n";
    let story = FixtureContent::new()
        .edit("entities.toml", script, &format!("{script}aliases = [\"青鷺\"]\n"))
        .story();
    let (index, entities) = glossary(&story);
    assert_eq!(find(&index, "青鷺").into_iter().map(|at| &*entities[at].id).collect::<Vec<_>>(), ["heron"]);
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
    assert!(index.find("a", &SearchMatches::default()).is_empty_query());
    assert!(index.find("  ", &SearchMatches::default()).is_empty_query());
    assert_eq!(find(&index, "海"), [1]);
}

#[test]
fn typing_letter_by_letter_finds_what_the_whole_query_finds() {
    let texts = ["The storm came", "A store and a stone", "Storms, then calm", "Stop"];
    let index = index(&texts, &[&["Storrm", "风暴"]]);
    for query in ["storm", "stone", "stop", "storms then", "calm st", "stxrm"] {
        let mut found = SearchMatches::default();
        for end in 1..=query.len() {
            found = index.find(&query[..end], &found);
            assert_eq!(found.ranked, find(&index, &query[..end]), "{}", &query[..end]);
        }
    }
}

#[test]
fn an_entry_with_that_name_comes_before_entries_that_mention_it() {
    let mut index = SearchIndex::default();
    index.add("What TikTok did".to_owned(), false);
    index.add("Douyin 抖音\nThe sister of TikTok".to_owned(), true);
    index.add("TikTok\nAn app".to_owned(), true);
    assert_eq!(find(&index, "tiktok"), [2, 0, 1]);
}

fn shown(text: &str, query: &str) -> (String, String) {
    let mut index = SearchIndex::default();
    index.add(text.to_owned(), false);
    let found = index.find(query, &SearchMatches::default());
    let write = |runs: &[HighlightRun<'_>]| {
        runs.iter()
            .map(|run| if run.is_match { format!("[{}]", run.text) } else { run.text.to_owned() })
            .collect()
    };
    let ResultSnippet { title, excerpt } = snippet(index.get(0).expect("an entry"), &found);
    (write(&title), write(&excerpt))
}

#[test]
fn the_match_is_shown_and_highlighted_as_it_is_written() {
    let text = "Élan in São Paulo\n12 million\nAn élan – and more élan – that nobody there had seen before.";
    let (title, excerpt) = shown(text, "elan");
    assert_eq!(title, "[Élan] in São Paulo");
    assert_eq!(excerpt, "An [élan] – and more [élan] – that nobody there had seen before.");
    let (title, excerpt) = shown(text, "sao paulo");
    assert_eq!(title, "Élan in [São] [Paulo]");
    assert_eq!(excerpt, "An élan – and more élan – that nobody there had seen before.");
    assert_eq!(shown("\n北京抖音有限公司", "抖音").1, "北京[抖音]有限公司");
}

#[test]
fn an_excerpt_begins_with_the_sentence_of_the_match_where_that_is_near() {
    let before = "Version 2.0 came first. It had no needle’s eye, or so they wrote. ";
    assert_eq!(
        shown(&format!("Title\n{before}Then"), "needle").1,
        "It had no [needle]’s eye, or so they wrote. Then"
    );
    assert_eq!(shown("Title\nIt was No. 11. No. 2 was needle", "needle").1, "No. 2 was [needle]");
    let far = format!("{}friend’s {}", "before ".repeat(20), "more ".repeat(8));
    let (_, excerpt) = shown(&format!("Title\nFirst. {far}needle"), "needle");
    assert!(excerpt.starts_with("… more more"), "{excerpt}");
}

#[test]
fn a_long_part_is_cut_between_words_around_the_match() {
    let text = format!("Title\n{}needle {}", "before ".repeat(30), "after ".repeat(40));
    let (_, excerpt) = shown(&text, "needle");
    assert!(excerpt.starts_with("… before") && excerpt.contains("before [needle] after"), "{excerpt}");
    assert!(excerpt.ends_with("after…") && excerpt.len() < 220, "{excerpt}");
}
