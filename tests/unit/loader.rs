//! Mistakes in the data files of the content, each with the exact message.

use crate::fixture_content::{FixtureContent, assert_mistakes};

const CREW: &str = "facts/harbour/heron-crew.toml";

#[test]
fn a_good_story_has_no_mistakes() {
    assert_mistakes(FixtureContent::new(), &[]);
}

#[test]
fn an_unknown_entity_is_named_with_the_nearest_one() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, r#"entities = ["heron"]"#, r#"entities = ["hern"]"#),
        &[
            "facts/harbour/heron-crew.toml:3:13: expected the id of an entity, found `hern`; did you mean `heron`?",
        ],
    );
}

#[test]
fn an_id_given_twice_names_both_files() {
    assert_mistakes(
        FixtureContent::new().write("facts/outward/heron-crew.toml", b"title = \"Again\""),
        &["facts/outward/heron-crew.toml:1:1: expected an id of its own, found `heron-crew`, which is also \
             facts/harbour/heron-crew.toml"],
    );
}

#[test]
fn an_id_that_cannot_be_in_a_url_is_reported() {
    let mistakes = FixtureContent::new()
        .write("facts/outward/2016 Salt.toml", b"title = \"Again\"")
        .edit("entities.toml", "[heron]", "[\"He'ron\"]")
        .mistakes();
    for mistake in [
        "facts/outward/2016 Salt.toml:1:1: expected a name that can be an address: small letters, digits and hyphens, a \
         letter first, found `2016 Salt`",
        "entities.toml:1:2: expected an id of small letters, digits and hyphens, no hyphen first, found `He'ron`",
    ] {
        assert!(mistakes.iter().any(|found| found == mistake), "{mistake} in {mistakes:#?}");
    }
}

#[test]
fn an_id_that_the_schema_of_the_data_does_not_allow_is_reported() {
    let (small, any) = ("small letters", "letters");
    for (file, old, new, place, letters, found) in [
        ("entities.toml", "[heron]", "[\"\"]", "1:2", small, ""),
        ("entities.toml", "[heron]", "[-x]", "1:2", small, "-x"),
        ("sources.toml", "[references.ref-01]", "[references.-x]", "1:13", any, "-x"),
        ("sources.toml", "[records.S1]", "[records.\"\"]", "9:10", any, ""),
        ("sources.toml", "[records.S1]", "[records.-x]", "9:10", any, "-x"),
    ] {
        let mistakes = FixtureContent::new().edit(file, old, new).mistakes();
        let expected = format!(
            "{file}:{place}: expected an id of {letters}, digits and hyphens, no hyphen first, found `{found}`"
        );
        assert!(mistakes.contains(&expected), "{expected} in {mistakes:#?}");
    }
}

#[test]
fn a_fact_or_section_with_the_anchor_of_something_else_is_reported() {
    for (id, owner) in [
        ("search", "the page itself"),
        ("harbour-title", "the page itself"),
        ("harbour", "a section"),
        ("ref-01", "a source"),
    ] {
        let mistakes = FixtureContent::new().write(&format!("facts/outward/{id}.toml"), b"").mistakes();
        let expected = format!(
            "facts/outward/{id}.toml:1:1: expected a name that is no other anchor of a page, found `{id}`, that of {owner}"
        );
        assert!(mistakes.contains(&expected), "{expected} in {mistakes:#?}");
    }
}

#[test]
fn a_key_given_twice_is_a_mistake_of_toml() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "kind =", "title = \"Again\"\nkind ="),
        &["facts/harbour/heron-crew.toml:2:1: expected each key once, found `title` again"],
    );
}

#[test]
fn dangling_references_and_records_are_both_reported() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, r#"["ref-01"]"#, r#"["ref-02"]"#).edit(
            CREW,
            r#"["S1"]"#,
            r#"["S1", "S9"]"#,
        ),
        &[
            "facts/harbour/heron-crew.toml:12:15: expected the id of a reference, found `ref-02`; \
             did you mean `ref-01`?",
            "facts/harbour/heron-crew.toml:13:18: expected the id of a public record, found `S9`",
        ],
    );
}

#[test]
fn an_unused_entity_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(
            "entities.toml",
            "[quay]",
            "[mole]\nname = \"Mole\"\nkind = \"place\"\ndefinition = \"A wall.\"\narrived-in = []\n\n[quay]",
        ),
        &["entities.toml:9:1: expected an entity that a fact or a sentence names, found `mole`, never used"],
    );
}

#[test]
fn an_unused_record_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("sources.toml", "[records.S1]", "[records.S2]\ntitle = \"A map\"\noutlet = \"Archive\"\nurls = [\"https://example.org/map\"]\n\n[records.S1]"),
        &["sources.toml:9:1: expected a record that a fact cites, found `S2`, never used"],
    );
}

#[test]
fn a_figure_without_a_unit_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "unit = \"hands\"\n", ""),
        &["facts/harbour/heron-crew.toml:15:2: expected `unit`: words in quotes, found nothing"],
    );
}

#[test]
fn a_figure_needs_one_value_or_a_range() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "from = 8\n", ""),
        &["facts/harbour/heron-crew.toml:16:8: expected `value`, or `from` and `to`, found `to`"],
    );
}

#[test]
fn a_date_that_does_not_exist_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("facts/outward/heron-left.toml", "2020-02-29", "2019-02-29"),
        &[
            "facts/outward/heron-left.toml:4:8: expected a date that exists, in quotes, as YYYY, YYYY-MM or YYYY-MM-DD, \
             found `2019-02-29`",
        ],
    );
}

#[test]
fn an_empty_title_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "title = \"The crew grew\"", "title = \" \""),
        &["facts/harbour/heron-crew.toml:1:9: expected words for `title`, found none"],
    );
}

#[test]
fn a_missing_key_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "title = \"The crew grew\"\n", ""),
        &["facts/harbour/heron-crew.toml:1:1: expected `title`: words in quotes, found nothing"],
    );
}

#[test]
fn a_misspelt_key_is_reported_beside_the_one_that_is_missing() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "title =", "titel ="),
        &[
            "facts/harbour/heron-crew.toml:1:1: expected `title`: words in quotes, found nothing",
            "facts/harbour/heron-crew.toml:1:1: expected a known key, found `titel`; did you mean `title`?",
        ],
    );
}

#[test]
fn a_value_of_the_wrong_type_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "from = 8", "from = \"eight\""),
        &[
            "facts/harbour/heron-crew.toml:17:8: expected a number of at most fifteen digits, found `eight` in quotes",
        ],
    );
}

#[test]
fn a_word_outside_the_list_is_reported_with_the_list() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "\"audience size\"", "\"audiense size\"").edit(
            CREW,
            "\"confirmed\"",
            "\"conformed\"",
        ),
        &[
            "facts/harbour/heron-crew.toml:2:8: expected `kind` to be one of event, culture, audience size, money, \
             person story, policy, ranking, rate, quotation, opinion, forecast, reference, found `audiense size`; \
             did you mean `audience size`?",
            "facts/harbour/heron-crew.toml:5:11: expected `verdict` to be one of confirmed, partly confirmed, unverified, \
             contradicted, found `conformed`; did you mean `confirmed`?",
        ],
    );
}

#[test]
fn text_that_is_not_utf_8_is_reported_with_its_line() {
    assert_mistakes(
        FixtureContent::new().write("omissions.toml", b"# one\nheron-joke = \"A \xff joke\"\n"),
        &["omissions.toml:2:17: expected text in UTF-8, found the byte 0xff"],
    );
}

#[test]
fn a_missing_file_is_reported() {
    assert_mistakes(
        FixtureContent::new().remove("story.toml"),
        &["story.toml:1:1: expected this file, found none"],
    );
}

#[test]
fn one_bad_file_hides_no_mistake_of_another() {
    let fixture = FixtureContent::new()
        .edit(CREW, "\"confirmed\"", "\"cnfirmed\"")
        .edit(CREW, "2019-12-17", "2019-13-17")
        .edit("facts/outward/heron-left.toml", "kind = \"event\"", "kind = \"evnt\"")
        .edit("entities.toml", "name = \"Quay\"", "name = \"\"");
    let files: Vec<_> =
        fixture.mistakes().iter().filter_map(|line| Some(line.split(':').next()?.to_owned())).collect();
    assert_eq!(files, ["entities.toml", CREW, CREW, "facts/outward/heron-left.toml"]);
}

#[test]
fn a_file_that_cannot_be_read_is_one_mistake() {
    let utf_16: Vec<u8> = "\u{feff}title".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for file in [CREW, "sections/outward.md", "entities.toml", "ids.toml", "ledger.toml", "sections/notes.md"]
    {
        assert_mistakes(
            FixtureContent::new().write(file, &utf_16),
            &[&format!("{file}:1:1: expected text in UTF-8, found UTF-16")],
        );
    }
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    assert_mistakes(FixtureContent::new().edit("sections/outward.md", "+++\n", "\u{feff}+++\n"), &[]);
}

#[test]
fn a_misspelt_file_is_one_mistake() {
    for (right, wrong, expected) in [
        ("map.toml", "maps.toml", "a file that the guide for writers lists"),
        ("sources.toml", "source.toml", "a file that the guide for writers lists"),
    ] {
        let fixture = FixtureContent::new();
        let bytes = std::fs::read(fixture.path().join(right)).expect("a file of the fixture");
        let message = format!("{wrong}:1:1: expected {expected}, found `{wrong}`; did you mean `{right}`?");
        assert_mistakes(fixture.remove(right).write(wrong, &bytes), &[&message]);
    }
    let folders = "`facts/section/id.toml`, `guesses/id.toml`, `plots/id.toml`, `sections/id.md`";
    for path in
        ["facts/harbour/deeper/heron-crow.toml", "facts/heron-crow.toml", "plot/crew.toml", "plots/x.TOML"]
    {
        assert_mistakes(
            FixtureContent::new().write(path, b""),
            &[&format!("{path}:1:1: expected {folders}, found `{path}`")],
        );
    }
    let ignored = ["README.md", "LICENSE", ".DS_Store", "facts/harbour/heron-crew.toml~"];
    assert_mistakes(
        ignored.iter().fold(FixtureContent::new(), |fixture, path| fixture.write(path, b"")),
        &[],
    );
}

#[test]
fn an_address_needs_a_scheme_and_a_host() {
    for (address, is_good) in [
        ("https://example.org/a?b=c", true),
        ("http", false),
        ("https:// example.org", false),
        ("https://example", false),
        ("example.org", false),
    ] {
        let fixture = FixtureContent::new().edit("sources.toml", "https://example.org/log", address);
        assert_eq!(fixture.mistakes().is_empty(), is_good, "{address}: {:?}", fixture.mistakes());
    }
}

#[test]
fn a_mistake_in_a_long_string_is_reported_on_its_line() {
    for (string, place) in [
        ("\"\"\"\nIt is [the](@hern) larger one.\"\"\"", "10:7"),
        ("\"\"\"\\\n  It\\\n  is [the](@hern) larger one.\"\"\"", "11:6"),
        ("\"\\u00c9 \\\"it\\\" [the](@hern) one.\"", "9:26"),
        ("'It is [the](@hern) one.'", "9:18"),
    ] {
        assert_mistakes(
            FixtureContent::new().edit(CREW, "\"She is the larger one.\"", string),
            &[&format!("{CREW}:{place}: expected the id of an entity, found `hern`; did you mean `heron`?")],
        );
    }
}

#[test]
fn an_invalid_escape_is_a_syntax_error() {
    for escape in ["\\u12", "\\u1", "\\x", "\\U0001", "\\u中文"] {
        let context = format!("\"She is {escape}\"");
        let mistakes = FixtureContent::new().edit(CREW, "\"She is the larger one.\"", &context).mistakes();
        assert!(mistakes.iter().all(|mistake| mistake.starts_with(CREW)), "{escape}: {mistakes:?}");
        assert!(mistakes.iter().any(|mistake| mistake.contains("valid TOML")), "{escape}: {mistakes:?}");
    }
}

#[test]
fn a_later_fact_needs_its_era() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "2019-12-17", "2021-01"),
        &[
            "facts/harbour/heron-crew.toml:4:8: expected `era = \"after\"` for a date after the source article, \
           found no `era`",
        ],
    );
}

#[test]
fn a_range_of_dates_contains_its_date() {
    assert_mistakes(
        FixtureContent::new().edit(
            CREW,
            "2019-12-17\"",
            "2019-12-17\"\ndate-range = [\"2018\", \"2018-05\"]",
        ),
        &["facts/harbour/heron-crew.toml:5:14: expected a range that contains a day of `date`, 2019-12-17, \
           found `2018` to `2018-05`"],
    );
}

#[test]
fn the_last_change_is_a_day_that_is_not_before_the_newest_id() {
    let updated = |day: &str| {
        FixtureContent::new().edit(
            "story.toml",
            "standfirst =",
            &format!("updated = \"{day}\"\nstandfirst ="),
        )
    };
    assert_mistakes(
        updated("2020-03-01"),
        &[
            "story.toml:2:11: expected a day as YYYY-MM-DD on or after 2020-03-02, when the newest id was published, \
           found `2020-03-01`",
        ],
    );
    assert_mistakes(updated("2021"), &["story.toml:2:11: expected a day as YYYY-MM-DD, found `2021`"]);
    assert_mistakes(updated("2020-03-02"), &[]);
}

#[test]
fn an_entry_of_a_list_is_checked_alone() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "[\"heron\"]", "[\"heron\", 5, \"hern\", \"heron\"]"),
        &[
            "facts/harbour/heron-crew.toml:3:22: expected words in quotes, found `5`",
            "facts/harbour/heron-crew.toml:3:25: expected the id of an entity, found `hern`; did you mean `heron`?",
            "facts/harbour/heron-crew.toml:3:33: expected each entry of a list once, found `heron` again",
        ],
    );
}

#[test]
fn a_syntax_error_is_the_one_mistake_of_its_table() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "title = \"The crew grew\"", "title = “The crew grew”"),
        &["facts/harbour/heron-crew.toml:1:9: expected straight quotation marks, `\"`, found `“`"],
    );
    assert_mistakes(
        FixtureContent::new().edit("entities.toml", "[quay]", "[heron]\nname = \"Heron\"\n\n[quay]"),
        &["entities.toml:9:2: expected each key once, found `heron` again"],
    );
}

#[test]
fn a_key_below_another_table_is_named_with_it() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "derived = ", "parent-card = \"heron-left\"\nderived = "),
        &["facts/harbour/heron-crew.toml:20:1: expected a key of `[figure]`, found `parent-card`"],
    );
}

#[test]
fn two_entities_of_one_name_are_reported() {
    assert_mistakes(
        FixtureContent::new().edit(
            "entities.toml",
            "name = \"Quay\"",
            "name = \"Quay\"\naliases = [\"heron\"]",
        ),
        &["entities.toml:9:1: expected a name of this entity alone, found `heron`, which also names `heron`"],
    );
}

#[test]
fn a_name_that_the_data_cannot_hold_is_reported() {
    let formula = "expected words that no spreadsheet takes for a formula, found";
    let separator = "which separates values in the data, found";
    for (file, old, new, expected) in [
        (
            "entities.toml",
            "\"Quay\"",
            "\"Quay | mole\"",
            &*format!("entities.toml:10:8: expected no ` | `, {separator} `Quay | mole`"),
        ),
        (
            "entities.toml",
            "\"青鹭\"",
            "\"青; 鹭\"",
            &format!("entities.toml:4:22: expected no `; `, {separator} `青; 鹭`"),
        ),
        (
            "sources.toml",
            "title = \"The log itself\"",
            "title = \"=The log itself\"",
            &format!("{formula} `=The log itself`"),
        ),
        (
            "sections/harbour.md",
            "short-name = \"Harbour\"",
            "short-name = \"+Harbour\"",
            &format!("{formula} `+Harbour`"),
        ),
        (
            "ui-text.toml",
            "[update]",
            "[verdict]\n\"partly confirmed\" = \"=Partly\"\n\n[update]",
            &format!("ui-text.toml:14:22: {formula} `=Partly`"),
        ),
        (
            "ui-text.toml",
            "[update]",
            "[dates]\nday = \"@{day} {month} {year}\"\n\n[update]",
            &format!("ui-text.toml:14:7: {formula} `@{{day}} {{month}} {{year}}`"),
        ),
        (
            "ui-text.toml",
            "kicker =",
            "source-article = \"+{outlet}\"\nkicker =",
            &format!("ui-text.toml:8:18: {formula} `+{{outlet}}`"),
        ),
        ("story.toml", "\"The Harbour Gazette\"", "\"-5\"", &format!("story.toml:8:10: {formula} `-5`")),
        (
            "sections/harbour.md",
            "are here.",
            "are here.\u{8}",
            "expected only characters that can be printed, found the control character U+0008",
        ),
        (
            CREW,
            "Four joined",
            "Four\\u0001 joined",
            "facts/harbour/heron-crew.toml:8:8: expected only characters that can be printed, found the control character U+0001",
        ),
    ] {
        let mistakes = FixtureContent::new().edit(file, old, new).mistakes();
        assert!(mistakes.iter().any(|mistake| mistake.ends_with(expected)), "{expected} in {mistakes:#?}");
    }
}

#[test]
fn a_text_that_the_data_cannot_hold_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "title = \"The crew grew\"", "title = \"+ The crew grew\"").edit(
            CREW,
            "[\"The log says 11.\"]",
            "[\"The log | says 11.\"]",
        ),
        &[
            "facts/harbour/heron-crew.toml:1:9: expected words that no spreadsheet takes for a formula, \
             found `+ The crew grew`",
            "facts/harbour/heron-crew.toml:11:9: expected no ` | `, which separates values in the data, \
             found `The log | says 11.`",
        ],
    );
}
