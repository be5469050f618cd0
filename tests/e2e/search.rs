//! Search: results, counts, snippets, and its use by keyboard.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::scripts::OVERFLOW;

const FIELD: &str = "[data-action=search]";
const PANEL: &str = "document.querySelector('[data-search=panel]')";
const STATUS: &str = "document.querySelector('.search [role=status]').textContent";
const FOUND: &str =
    "[...document.querySelectorAll('[data-search=list] a')].map((link) => link.getAttribute('href'))";

/// Opens the story and searches for a query.
async fn searching(query: &str, options: BrowserOptions) -> WebDriverResult<Browser> {
    let browser = Browser::open_alive("/", options).await?;
    type_query(&browser, query).await?;
    Ok(browser)
}

/// Opens the popover of the search, if the page has it in one and it is closed.
async fn open_search(browser: &Browser) -> WebDriverResult<()> {
    if browser.evaluate("document.querySelector('.search-panel:not(:popover-open)') !== null").await? == true
    {
        browser.click("[data-action=open-search]").await?;
    }
    Ok(())
}

/// Replaces the query, and waits until the results are counted.
async fn type_query(browser: &Browser, query: &str) -> WebDriverResult<()> {
    open_search(browser).await?;
    let field = browser.driver.find(By::Css(FIELD)).await?;
    field.clear().await?;
    field.send_keys(query).await?;
    browser.wait_for(&format!("!{PANEL}.hidden")).await?;
    wait_for_results(browser).await
}

/// Waits until the index is complete, and the results and their count are shown.
async fn wait_for_results(browser: &Browser) -> WebDriverResult<()> {
    let count = format!("{PANEL}.querySelector('[data-search=count]').textContent");
    let shown = format!("{FOUND}.length === Math.min(parseInt({count}), 40)");
    browser.wait_for(&format!("parseInt({count}) > 0 && {STATUS} === {count} && {shown}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_finds_facts_prose_and_definitions_and_counts_them() -> WebDriverResult<()> {
    let browser = searching("petrel", BrowserOptions::default()).await?;
    let found = browser.evaluate(FOUND).await?;
    let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(
        found.first(),
        Some(&"s/notes/#entity-petrel"),
        "the entity with that name comes first: {found:?}"
    );
    assert!(found.contains(&"#ha-petrel-found"), "{found:?}");
    let marked = "(([first, ...more]) => first === 'Petrel' && more.every((mark) => mark === first))\
                  ([...document.querySelectorAll('[data-search=list] mark')].map((mark) => mark.textContent))";
    assert_eq!(browser.evaluate(marked).await?, true);
    browser.wait_for(&format!("{STATUS} === '{} results'", found.len())).await?;
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_painted_before_results_are_listed_but_rows_are_hidden_in_its_frame()
-> WebDriverResult<()> {
    for (path, answer, at_once) in
        [("/", "[data-search=list] a", false), ("/facts/", "#facts tr[hidden]", true)]
    {
        let browser = Browser::open_alive(path, BrowserOptions::default()).await?;
        open_search(&browser).await?;
        let field = browser.driver.find(By::Css(FIELD)).await?;
        // All of the page has been read once this is answered.
        field.send_keys("zzzz").await?;
        let announced =
            "[...document.querySelectorAll('[role=status]')].some((status) => status.textContent)";
        browser.wait_for(announced).await?;
        field.send_keys(Key::Escape + "").await?;
        browser.wait_for(&format!("document.querySelector('{answer}') === null")).await?;
        let watch = format!(
            "addEventListener('input', () => requestAnimationFrame(() => {{
                self.answered = document.querySelector('{answer}') !== null;
            }}), true)"
        );
        browser.evaluate(&watch).await?;
        field.send_keys("滨").await?;
        browser.wait_for("self.answered !== undefined").await?;
        assert_eq!(browser.evaluate("self.answered").await?, at_once, "{path}");
        browser.wait_for(&format!("document.querySelector('{answer}') !== null")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_comes_before_the_results_of_the_last_letter_waits_for_them() -> WebDriverResult<()> {
    let browser = searching("Dunlin", BrowserOptions::default()).await?;
    let type_and_press = |query: &str, key: &str| {
        format!(
            "((field) => {{
                field.value = '{query}';
                field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
                field.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}));
            }})(document.querySelector('{FIELD}'))"
        )
    };
    browser.evaluate(&type_and_press("Avocet", "Enter")).await?;
    browser.wait_for("document.activeElement.matches('[data-search=list] li:first-child a')").await?;
    let marked = browser.evaluate("document.activeElement.querySelector('mark').textContent").await?;
    assert_eq!(marked, "Avocet");
    browser.evaluate(&type_and_press("Gannet", "Escape")).await?;
    let is_empty = format!("document.querySelector('{FIELD}').value === '' && {PANEL}.hidden");
    browser.wait_for(&is_empty).await?;
    // Nor does the letter come back in the frame after.
    let settled = "new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(settled, 0))))";
    browser.evaluate(settled).await?;
    assert_eq!(browser.evaluate(&is_empty).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_left_the_field_before_the_index_was_complete_finds_all_on_return() -> WebDriverResult<()>
{
    let browser = Browser::new(BrowserOptions::default()).await?;
    let hold = "const { fetch } = self; self.held = new Promise((release) => { self.release = release; }); \
                self.fetch = async (address, ...more) => { if (`${address}`.includes('previews')) await self.held; return fetch(address, ...more); }";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": hold })).await?;
    browser.open("/").await?;
    browser.start_program().await?;
    open_search(&browser).await?;
    let field = browser.driver.find(By::Css(FIELD)).await?;
    field.send_keys("kittiwake").await?;
    browser.wait_for(&format!("{FOUND}.length > 0")).await?;
    let before = browser.evaluate(&format!("{FOUND}.length")).await?;
    browser.evaluate("void document.querySelector('.site-header .brand').focus()").await?;
    browser.wait_for(&format!("{PANEL}.hidden")).await?;
    browser.evaluate("void self.release()").await?;
    open_search(&browser).await?;
    browser.evaluate(&format!("void document.querySelector('{FIELD}').focus()")).await?;
    wait_for_results(&browser).await?;
    browser.wait_for(&format!("{FOUND}.length > {before}")).await?;
    assert_eq!(
        browser.evaluate(&format!("{FOUND}.some((href) => href.includes('entity-kittiwake'))")).await?,
        true
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_labels_of_cards_are_not_found() -> WebDriverResult<()> {
    let browser = searching("petrel", BrowserOptions::default()).await?;
    let labels = "[...document.querySelectorAll('main .fact-body dt')].map((label) => label.textContent)";
    assert!(
        browser
            .evaluate(labels)
            .await?
            .as_array()
            .is_some_and(|labels| labels.contains(&json!("Also on this card")))
    );
    let field = browser.driver.find(By::Css(FIELD)).await?;
    field.clear().await?;
    field.send_keys("also on this card").await?;
    browser.wait_for(&format!("{STATUS}.includes('also on this card')")).await?;
    assert_eq!(browser.evaluate(FOUND).await?, json!([]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn arrow_keys_move_between_field_and_results_and_enter_opens() -> WebDriverResult<()> {
    let browser = searching("Gannet", BrowserOptions::default()).await?;
    let press = async |key: Key| browser.driver.active_element().await?.send_keys(key + "").await;
    let at = |place: usize| {
        format!("document.activeElement === document.querySelectorAll('[data-search=list] a')[{place}]")
    };
    press(Key::Enter).await?;
    browser.wait_for(&at(0)).await?;
    press(Key::Down).await?;
    browser.wait_for(&at(1)).await?;
    press(Key::Up).await?;
    press(Key::Up).await?;
    browser.wait_for(&format!("document.activeElement.matches('{FIELD}')")).await?;
    press(Key::Down).await?;
    let fragment = browser.evaluate("document.activeElement.hash").await?;
    press(Key::Enter).await?;
    browser.wait_for(&format!("location.hash === {fragment}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_finds_the_same_in_either_script_and_with_a_letter_wrong() -> WebDriverResult<()> {
    let browser = searching("Dunlin", BrowserOptions::default()).await?;
    let found = browser.evaluate(FOUND).await?;
    assert!(found.as_array().is_some_and(|found| found.len() > 1), "{found}");
    for name in ["滨鹬", "Dunlim", "ｄｕｎｌｉｎ", "\u{202a}Dunlin\u{202c}"] {
        type_query(&browser, name).await?;
        assert_eq!(browser.evaluate(FOUND).await?, found, "{name}");
    }
    // Decomposed, half width, traditional.
    for (name, entity) in [
        ("\u{1102}\u{1169}\u{110b}\u{1173}\u{11af}\u{1112}\u{1169}", "noeul"),
        ("ｶﾓﾒ", "kamome"),
        ("海鷗館", "gull-house"),
    ] {
        type_query(&browser, name).await?;
        let found = browser.evaluate(FOUND).await?;
        let first = found[0].as_str().unwrap_or_default();
        assert!(first.ends_with(&format!("#entity-{entity}")), "{name} finds {found}");
    }
    type_query(&browser, "660000").await?;
    browser.wait_for("document.querySelector('[data-search=list] mark').textContent === '660,000'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn going_to_a_result_opens_its_card_and_moves_the_focus_there() -> WebDriverResult<()> {
    let browser = searching("Gannet", BrowserOptions::default()).await?;
    browser.click("[data-search=list] a[href='#ca-gannet-1t']").await?;
    browser.wait_for("document.querySelector('[data-fact=ca-gannet-1t]').open").await?;
    browser
        .wait_for("document.activeElement.closest('[data-fact]')?.dataset.fact === 'ca-gannet-1t'")
        .await?;
    browser.wait_for(&format!("{PANEL}.hidden")).await?;
    let top = "document.getElementById('ca-gannet-1t').getBoundingClientRect().top";
    browser.wait_for(&format!("{top} >= 0 && {top} < 450")).await?;
    assert_eq!(browser.evaluate("document.querySelectorAll('[data-fact][open]').length").await?, 1);
    assert_eq!(browser.evaluate("location.hash").await?, "#ca-gannet-1t");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn going_to_a_definition_leads_to_its_page_and_to_prose_moves_the_focus() -> WebDriverResult<()> {
    let browser = searching("Dunlin", BrowserOptions::default()).await?;
    browser.click("[data-search=list] a[href='s/notes/#entity-dunlin']").await?;
    browser.wait_for("document.querySelector(':target')?.id === 'entity-dunlin'").await?;
    browser.open("/").await?;
    browser.start_program().await?;
    let words = "document.querySelector('#opening .passage > p').textContent.trim().split(/\\s+/).slice(0, 5).join(' ')";
    let words = browser.evaluate(words).await?;
    type_query(&browser, words.as_str().unwrap_or_default()).await?;
    browser.click("[data-search=list] a[href='#opening']").await?;
    browser.wait_for("document.activeElement.matches('#opening .passage > p')").await?;
    assert_eq!(browser.evaluate("document.querySelectorAll('[data-fact][open]').length").await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_searches_goes_and_clears() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.driver.find(By::Css(".site-header a")).await?.focus().await?;
    browser.driver.active_element().await?.send_keys("/").await?;
    browser.wait_for(&format!("document.activeElement.matches('{FIELD}')")).await?;
    browser.driver.active_element().await?.send_keys("a/b").await?;
    let value = format!("document.querySelector('{FIELD}').value");
    assert_eq!(browser.evaluate(&value).await?, "a/b", "while typing it is a letter");
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    assert_eq!(browser.evaluate(&format!("{value} === '' && {PANEL}.hidden")).await?, true);
    browser.driver.active_element().await?.send_keys("Avocet").await?;
    wait_for_results(&browser).await?;
    browser.driver.active_element().await?.send_keys(Key::Tab + "").await?;
    browser.wait_for("document.activeElement.matches('[data-search=list] li:first-child a')").await?;
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.wait_for(&format!("document.activeElement.matches('{FIELD}') && {PANEL}.hidden")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_is_found_under_its_title() -> WebDriverResult<()> {
    let browser = searching("gannet", BrowserOptions::default()).await?;
    let names = "document.querySelector('[data-search=list] a[href=\"#ca-gannet-1t\"] b').textContent";
    assert_eq!(browser.evaluate(names).await?, crate::fleet::NUMBER_CARD_TITLE);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_result_names_the_query() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    open_search(&browser).await?;
    browser.driver.find(By::Css(FIELD)).await?.send_keys("<b>zzzzqqqq").await?;
    browser.wait_for(&format!("{STATUS}.includes('<b>zzzzqqqq')")).await?;
    assert_eq!(browser.evaluate(&format!("{FOUND}.length")).await?, 0);
    assert_eq!(
        browser.evaluate("document.querySelector('[data-search=more]')?.checkVisibility() ?? false").await?,
        false,
        "there is no more to show"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn more_results_come_when_asked_for_and_the_focus_goes_to_the_first_of_them() -> WebDriverResult<()> {
    let browser = searching("the", BrowserOptions::default()).await?;
    let before = browser.evaluate(&format!("{FOUND}.length")).await?.as_u64().unwrap_or_default();
    browser.click("[data-search=more]").await?;
    browser.wait_for(&format!("{FOUND}.length > {before}")).await?;
    let at = "[...document.querySelectorAll('[data-search=list] a')].indexOf(document.activeElement)";
    assert_eq!(browser.evaluate(at).await?, json!(before));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn searching_moves_nothing_and_cuts_nothing_off() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let browser = Browser::open_alive("/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        let place = "document.querySelector('main > section').getBoundingClientRect().top + scrollY";
        let before = browser.evaluate(place).await?;
        type_query(&browser, "kittiwake").await?;
        assert_eq!(browser.evaluate(place).await?, before, "at {width} px");
        assert_eq!(browser.evaluate(OVERFLOW).await?, 0, "at {width} px");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn names_in_other_scripts_have_their_language() -> WebDriverResult<()> {
    let browser = searching("noeul", BrowserOptions::default()).await?;
    let names = "[...document.querySelectorAll('[data-search=list] b [lang]')].map((name) => [name.lang, name.textContent])";
    assert_eq!(browser.evaluate(names).await?, json!([["ko", "노을호"]]));
    type_query(&browser, "노을호").await?;
    assert_eq!(browser.evaluate(names).await?, json!([["ko", "노을호"]]), "it finds its entity");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_scripts_are_off_there_is_no_field() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/").await?;
    let is_visible = "document.querySelector('.search').checkVisibility({ visibilityProperty: true })";
    assert_eq!(browser.evaluate(is_visible).await?, false);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_previews_a_search_of_the_page_says_what_it_found() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    browser.block_urls(&["*previews*"]).await?;
    open_search(&browser).await?;
    browser.driver.find(By::Css(FIELD)).await?.send_keys("zzzz").await?;
    browser.wait_for(&format!("{STATUS}.includes('zzzz')")).await
}
