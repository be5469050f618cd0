//! The language and the length of text in any script.

use chuhai::content::language::{split_by_script, word_count};
use chuhai::content::text::Inline;

use crate::fixture_content::{FixtureContent, assert_mistakes};

/// The parts of a text with a language of their own, of which the story states one.
fn foreign(text: &str, story_language: &str) -> Vec<(String, String)> {
    let known = |run: &str| (run == "ไลน์").then(|| "th".to_owned());
    let parts = split_by_script(text, story_language, known).into_iter();
    let foreign = |part| match part {
        Inline::Foreign { lang, text } => Some((lang, text)),
        _ => None,
    };
    parts.filter_map(foreign).collect()
}

fn part(lang: &str, text: &str) -> (String, String) {
    (lang.to_owned(), text.to_owned())
}

#[test]
fn words_in_another_script_have_its_language() {
    assert_eq!(
        foreign("Weibo, 微博, and UC优视", "en-GB"),
        [part("zh-Hans", "微博"), part("zh-Hans", "优视")]
    );
    assert_eq!(
        foreign("Yahoo (ヤフー) and 進撃の巨人", "en"),
        [part("ja", "ヤフー"), part("ja", "進撃の巨人")]
    );
    assert_eq!(foreign("Hindi is हिन्दी", "en"), [part("hi", "हिन्दी")]);
    assert_eq!(foreign("Line is ไลน์", "en"), [part("th", "ไลน์")]);
}

#[test]
fn words_in_the_storys_own_script_are_not_marked() {
    assert_eq!(foreign("腾讯在2019年推出了WeChat，也叫微信。", "zh-Hans"), []);
    assert_eq!(foreign("2019年、東京でゲームを始めた。", "ja"), []);
    assert_eq!(foreign("2019년 서울(首尔)에서", "ko-KR"), []);
    assert_eq!(foreign("भारत में 2019", "mr"), []);
    assert_eq!(foreign("ไลน์", "th"), []);
}

#[test]
fn a_story_in_another_script_marks_words_in_a_third_script() {
    assert_eq!(foreign("韩国的카카오公司", "zh"), [part("ko", "카카오")]);
    assert_eq!(foreign("日本のㅋㅋㅋとは", "ja"), [part("ko", "ㅋㅋㅋ")]);
    assert_eq!(foreign("任天堂的ゲーム", "zh-Hant"), [part("ja", "ゲーム")]);
}

#[test]
fn han_letters_and_kana_count_as_words_by_the_time_they_take() {
    assert_eq!(word_count("The boats — two of 12 hands — left."), 7);
    assert_eq!(word_count(&"海".repeat(400)), 230);
    assert_eq!(word_count(&"ゲーム".repeat(100)), 172);
    assert_eq!(word_count("2019年TikTok上线"), 3);
}

#[test]
fn the_reading_time_is_that_of_the_letters_where_no_spaces_part_words() {
    let minutes = |letters: usize| {
        let words = format!("are here. {}", "海".repeat(letters));
        FixtureContent::new().edit("sections/harbour.md", "are here.", &words).story().reading_minutes()
    };
    assert_eq!([minutes(0), minutes(400), minutes(4000)], [1, 2, 11]);
}

#[test]
fn a_title_of_han_letters_may_be_as_long_as_nine_words() {
    let title = |letters: usize| {
        FixtureContent::new().edit("facts/harbour/heron-crew.toml", "The crew grew", &"海".repeat(letters))
    };
    assert_mistakes(title(17), &[]);
    assert_mistakes(
        title(18),
        &["facts/harbour/heron-crew.toml:1:9: expected at most 9 words in a card's title, found 10"],
    );
}
