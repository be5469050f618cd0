//! Sharing and citing: what the dialog holds, and that a reader always ends with the link in hand.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};

const FACT: &str = "kr-bts-1m";
const STATUS: &str = "document.querySelector('.share [role=status]')";
const LINK: &str = "document.querySelector('[data-share=link]')";

/// A reader who has opened the dialog of a card in the story.
async fn sharing(script_before: &str) -> WebDriverResult<Reader> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.ask(&format!("(() => {{ {script_before} }})()")).await?;
    reader.ask(&format!("document.getElementById('{FACT}').scrollIntoView()")).await?;
    reader.until(&format!("!document.querySelector('#{FACT} > [data-action=share]').hidden")).await?;
    reader.click(&format!("#{FACT} > [data-action=share]")).await?;
    reader.until("document.querySelector('dialog.share').open").await?;
    Ok(reader)
}

async fn value(reader: &Reader, name: &str) -> WebDriverResult<String> {
    let value = reader.ask(&format!("document.querySelector('[data-share={name}]').value")).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Makes every way of copying fail.
const NO_COPYING: &str = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(1) } }); \
                          document.execCommand = () => false;";

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_of_a_card_holds_its_link_its_words_its_citation_and_its_picture() -> WebDriverResult<()> {
    let reader = sharing("").await?;
    let link = format!("{}/f/{FACT}/", reader.site.address);
    assert_eq!(value(&reader, "link").await?, link);
    let text = value(&reader, "text").await?;
    let card = |part: &str| format!("document.querySelector('#{FACT} {part}').textContent.trim()");
    for part in [".meta li", "time", ".sources li"] {
        let words = reader.ask(&card(part)).await?;
        assert!(text.contains(words.as_str().expect("words")), "{text} lacks {words}");
    }
    assert!(text.starts_with("1 million") && text.ends_with(&link), "{text}");
    for (ending, start) in [("txt", "Chuhai"), ("bib", "@misc{"), ("ris", "TY  - "), ("json", "[")] {
        let choose = format!(
            "(() => {{ const format = document.querySelector('[data-share=format]'); format.value = '{ending}'; \
             format.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        );
        reader.ask(&choose).await?;
        reader
            .until(&format!("document.querySelector('[data-share=citation]').value.startsWith('{start}')"))
            .await?;
    }
    let picture = reader.ask("document.querySelector('[data-share=picture]').href").await?;
    assert_eq!(picture, format!("{}/og/f/{FACT}.png", reader.site.address));
    assert_eq!(reader.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_section_and_the_story_have_dialogs_of_their_own() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.click(".story-tools > [data-action=share]").await?;
    reader.until(&format!("{LINK}.value === '{}/'", reader.site.address)).await?;
    reader.ask("document.querySelector('dialog.share').close()").await?;
    reader.ask("document.getElementById('japan').scrollIntoView()").await?;
    reader.until("!document.querySelector('#japan .section-head [data-action=share]').hidden").await?;
    reader.click("#japan .section-head [data-action=share]").await?;
    reader.until(&format!("{LINK}.value === '{}/s/japan/'", reader.site.address)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_been_copied_is_said() -> WebDriverResult<()> {
    let keep = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { self.kept = text; } } });";
    let reader = sharing(keep).await?;
    reader.click("[data-copy=share-link]").await?;
    reader.until(&format!("{STATUS}.textContent === {STATUS}.dataset.copied")).await?;
    assert_eq!(reader.ask("self.kept").await?, json!(value(&reader, "link").await?));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_clipboard_the_older_command_copies() -> WebDriverResult<()> {
    let older = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); \
                 document.execCommand = (command) => { self.kept = command + ' ' + document.activeElement.dataset.share; return true; };";
    let reader = sharing(older).await?;
    reader.click("[data-copy=share-text]").await?;
    reader.until(&format!("{STATUS}.textContent === {STATUS}.dataset.copied")).await?;
    assert_eq!(reader.ask("self.kept").await?, "copy text");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_copying_is_refused_the_link_is_selected_and_that_is_said() -> WebDriverResult<()> {
    let reader = sharing(NO_COPYING).await?;
    reader.click("[data-copy=share-link]").await?;
    reader.until(&format!("{STATUS}.textContent === {STATUS}.dataset.selected")).await?;
    let selected =
        format!("document.activeElement === {LINK} && {LINK}.selectionStart === 0 && {LINK}.selectionEnd");
    let length = value(&reader, "link").await?.len();
    assert_eq!(reader.ask(&selected).await?, json!(length));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_systems_sheet_is_offered_where_there_is_one() -> WebDriverResult<()> {
    const SEND: &str = "document.querySelector('[data-send]')";
    let reader = sharing("Object.defineProperty(navigator, 'share', { value: undefined });").await?;
    assert_eq!(reader.ask(&format!("{SEND}.hidden")).await?, true);
    let reader =
        sharing("navigator.share = async (shared) => { self.sent = shared; throw 'changed my mind'; };")
            .await?;
    assert_eq!(reader.ask(&format!("{SEND}.hidden")).await?, false);
    reader.click("[data-send]").await?;
    reader.until("self.sent !== undefined").await?;
    assert_eq!(reader.ask("self.sent.url").await?, json!(value(&reader, "link").await?));
    assert_eq!(reader.console().await?, Vec::<String>::new(), "a change of mind is no error");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn selected_words_have_a_link_that_leads_to_them() -> WebDriverResult<()> {
    let select = "const words = document.querySelector('#opening .section-body p').firstChild; const range = document.createRange(); \
                  range.setStart(words, 0); range.setEnd(words, 20); getSelection().addRange(range); \
                  self.words = range.toString();";
    let reader = sharing(select).await?;
    let link = value(&reader, "selection").await?;
    let words = reader.ask("self.words").await?;
    let words = words.as_str().unwrap_or_default().trim().replace(' ', "%20");
    assert!(!words.is_empty(), "nothing is selected");
    assert_eq!(link, format!("{}/#:~:text={words}", reader.site.address));
    let reader = sharing("").await?;
    assert_eq!(reader.ask("document.querySelector('[data-row=selection]').hidden").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_is_worked_with_the_keyboard_alone_and_gives_the_focus_back() -> WebDriverResult<()> {
    let reader = Reader::at(&format!("/f/{FACT}/"), Wish::default()).await?;
    reader.driver.find(By::Css(".fact > [data-action=share]")).await?.focus().await?;
    reader.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    reader.until(&format!("document.activeElement === {LINK}")).await?;
    reader.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    reader.until("document.activeElement === document.querySelector('.fact > [data-action=share]')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_a_fact_has_its_address_and_its_citations() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open(&format!("/f/{FACT}/")).await?;
    let files = reader.ask("[...document.querySelectorAll('footer a[href^=\"cite.\"]')].length").await?;
    assert_eq!(files, 4);
    assert_ne!(reader.ask("document.querySelector('a.address').href").await?, Value::Null);
    Ok(())
}
