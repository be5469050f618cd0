//! The share dialog: link, citation, image, and what happens when copying fails.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::NUMBER_CARD as FACT;
use crate::scripts::SELECT_WORDS;

const STATUS: &str = "document.querySelector('.share [role=status]')";
const LINK: &str = "document.querySelector('#share-link')";
const COPIED: &str = "'Copied.'";
const SELECTED: &str = "'Couldn’t copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.'";

/// Opens the dialog of a card in the story.
async fn sharing(script_before: &str) -> WebDriverResult<Browser> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.evaluate(&format!("(() => {{ {script_before} }})()")).await?;
    browser.evaluate(&format!("document.getElementById('{FACT}').scrollIntoView()")).await?;
    browser.click(&format!("#{FACT} ~ details summary")).await?;
    browser.click(&format!("#{FACT} ~ details .fact-actions [data-action=share]")).await?;
    browser.wait_for("document.querySelector('dialog.share').open").await?;
    Ok(browser)
}

async fn value(browser: &Browser, name: &str) -> WebDriverResult<String> {
    let value = browser.evaluate(&format!("document.querySelector('#share-{name}').value")).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Makes the Clipboard API and `execCommand` fail.
const NO_COPYING: &str = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(1) } }); \
                          document.execCommand = () => false;";

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_of_a_card_holds_its_link_its_words_its_citation_and_its_image() -> WebDriverResult<()> {
    let browser = sharing("").await?;
    let link = format!("{}/f/{FACT}/", browser.server.address);
    assert_eq!(value(&browser, "link").await?, link);
    let text = value(&browser, "text").await?;
    let card =
        |part: &str| format!("document.querySelector('.fact:has(> #{FACT}) {part}').textContent.trim()");
    let mut shown = Vec::new();
    for part in [".fact-title", ".figure", ".meta li:not([data-verdict])", "time", ".verdict"] {
        shown.push(browser.evaluate(&card(part)).await?.as_str().expect("words").to_owned());
    }
    let [title, figure, entity, time, verdict] = &shown[..] else { panic!("{shown:?}") };
    assert_eq!(text, format!("{title}: {figure}. {entity}, {time}. {verdict}. {link}"));
    let format = "document.querySelector('.share [data-ref=format]').value";
    assert_eq!(browser.evaluate(format).await?, "txt", "the choice names what the field holds");
    for (ending, start) in [("txt", "The Fleet"), ("bib", "@misc{"), ("ris", "TY  - "), ("json", "[")] {
        let choose = format!(
            "(() => {{ const format = document.querySelector('.share [data-ref=format]'); format.value = '{ending}'; \
             format.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        );
        browser.evaluate(&choose).await?;
        browser
            .wait_for(&format!("document.querySelector('#share-citation')?.value.startsWith('{start}')"))
            .await?;
    }
    let image = browser.evaluate("document.querySelector('.share [data-ref=image]').href").await?;
    assert_eq!(image, format!("{}/og/f/{FACT}.png", browser.server.address));
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_section_and_the_story_have_dialogs_of_their_own() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.click(".site-header [data-action=share]").await?;
    browser.wait_for(&format!("{LINK}.value === '{}/'", browser.server.address)).await?;
    browser.evaluate("document.querySelector('dialog.share').close()").await?;
    browser.evaluate("document.getElementById('islands').scrollIntoView()").await?;
    browser.evaluate("document.activeElement.blur()").await?;
    browser.driver.action_chain().send_keys("s").perform().await?;
    browser.wait_for(&format!("{LINK}.value === '{}/s/islands/'", browser.server.address)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_link_is_announced() -> WebDriverResult<()> {
    let keep = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { self.kept = text; } } });";
    let browser = sharing(keep).await?;
    browser.click("[data-copy=share-link]").await?;
    browser.wait_for(&format!("{STATUS}.textContent === {COPIED}")).await?;
    assert_eq!(browser.evaluate("self.kept").await?, json!(value(&browser, "link").await?));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citation_that_could_not_be_fetched_comes_with_the_network() -> WebDriverResult<()> {
    let no_network =
        "self.networkFetch = self.fetch; self.fetch = () => Promise.reject(new TypeError('network'));";
    let browser = sharing(no_network).await?;
    browser.wait_for("!document.querySelector('#share-citation')").await?;
    browser.evaluate("void (self.fetch = self.networkFetch, dispatchEvent(new Event('online')))").await?;
    browser.wait_for("document.querySelector('#share-citation')?.value.includes('No boat had landed')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_clipboard_the_older_command_copies() -> WebDriverResult<()> {
    let older = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); \
                 document.execCommand = (command) => { self.kept = command + ' ' + document.activeElement.id; return true; };";
    let browser = sharing(older).await?;
    browser.click("[data-copy=share-text]").await?;
    browser.wait_for(&format!("{STATUS}.textContent === {COPIED}")).await?;
    assert_eq!(browser.evaluate("self.kept").await?, "copy share-text");
    assert_eq!(
        browser.evaluate("document.activeElement.dataset.copy").await?,
        "share-text",
        "the focus stays"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_copying_is_refused_the_link_is_selected_and_the_status_says_so() -> WebDriverResult<()> {
    let browser = sharing(NO_COPYING).await?;
    browser.click("[data-copy=share-link]").await?;
    browser.wait_for(&format!("{STATUS}.textContent === {SELECTED}")).await?;
    let selected =
        format!("document.activeElement === {LINK} && {LINK}.selectionStart === 0 && {LINK}.selectionEnd");
    let length = value(&browser, "link").await?.len();
    assert_eq!(browser.evaluate(&selected).await?, json!(length));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_systems_share_sheet_is_offered_where_there_is_one() -> WebDriverResult<()> {
    const SEND: &str = "document.querySelector('.share [data-ref=send]')";
    let browser = sharing("Object.defineProperty(navigator, 'share', { value: undefined });").await?;
    assert_eq!(browser.evaluate(&format!("{SEND} === null")).await?, true);
    let browser =
        sharing("navigator.share = async (shared) => { self.sent = shared; throw 'changed my mind'; };")
            .await?;
    assert_eq!(browser.evaluate(&format!("{SEND} === null")).await?, false);
    browser.click(".share [data-ref=send]").await?;
    browser.wait_for("self.sent !== undefined").await?;
    assert_eq!(browser.evaluate("self.sent.url").await?, json!(value(&browser, "link").await?));
    let text = browser.evaluate("self.sent.text").await?;
    assert!(text.as_str().is_some_and(|text| text.contains(": 1 tonne") && !text.contains("http")), "{text}");
    assert_eq!(browser.console().await?, Vec::<String>::new(), "a change of mind is no error");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn selected_words_have_a_link_that_leads_to_them() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    let words = browser.evaluate(SELECT_WORDS).await?;
    browser.click(".site-header [data-action=share]").await?;
    browser.wait_for("document.querySelector('dialog.share').open").await?;
    let link = value(&browser, "selection").await?;
    let words = browser.evaluate(&format!("encodeURIComponent({words}.trim())")).await?;
    let words = words.as_str().unwrap_or_default();
    assert!(!words.is_empty(), "nothing is selected");
    assert_eq!(link, format!("{}/#:~:text={words}", browser.server.address));
    let browser = sharing("").await?;
    assert_eq!(browser.evaluate("document.querySelector('#share-selection') === null").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn shared_links_have_no_tracking_parameters() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/?fbclid=x&utm_source=y", BrowserOptions::default()).await?;
    browser.evaluate("getSelection().selectAllChildren(document.querySelector('.masthead h1'))").await?;
    browser.click(".site-header [data-action=share]").await?;
    browser.wait_for("document.querySelector('dialog.share').open").await?;
    for name in ["link", "selection", "text"] {
        let value = value(&browser, name).await?;
        assert!(value.contains("http") && !value.contains('?'), "{name}: {value}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_is_worked_with_the_keyboard_alone_and_gives_the_focus_back() -> WebDriverResult<()> {
    let browser = Browser::open_alive(&format!("/f/{FACT}/"), BrowserOptions::default()).await?;
    browser.driver.find(By::Css(".fact-actions [data-action=share]")).await?.focus().await?;
    browser.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    browser.wait_for(&format!("document.activeElement === {LINK}")).await?;
    browser.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    assert_eq!(browser.evaluate("document.querySelector('dialog.share').open").await?, true, "after Enter");
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser
        .wait_for("document.activeElement === document.querySelector('.fact-actions [data-action=share]')")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_a_fact_has_its_address_and_its_citations() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open(&format!("/f/{FACT}/")).await?;
    let files =
        browser.evaluate("[...document.querySelectorAll('footer a[href^=\"cite.\"]')].length").await?;
    assert_eq!(files, 4);
    assert_ne!(browser.evaluate("document.querySelector('a.permalink').href").await?, Value::Null);
    Ok(())
}
