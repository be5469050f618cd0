//! The keyboard: single keys and where they are silent, and a journey with Tab and Enter alone.

use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};

const FACT: &str = "/f/kr-bts-1m/";
const SHEET: &str = "document.querySelector('dialog.comfort')";
const SHARE: &str = "document.querySelector('dialog.share')";
/// How many dialogs are open.
const OPEN: &str = "document.querySelectorAll('dialog[open]').length";

async fn press(reader: &Reader, keys: impl Into<TypingData>) -> WebDriverResult<()> {
    reader.driver.action_chain().send_keys(keys).perform().await
}

/// Presses a key that the browser handles in the next tasks, and lets them pass.
async fn press_in_vain(reader: &Reader, keys: &str) -> WebDriverResult<()> {
    press(reader, keys).await?;
    reader.driver.execute_async("requestAnimationFrame(() => setTimeout(arguments[0]))", Vec::new()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_mark_opens_the_sheet_and_escape_gives_the_focus_back() -> WebDriverResult<()> {
    for path in ["/", "/s/japan/", FACT, "/404.html"] {
        let reader = Reader::at(path, Wish::default()).await?;
        let link = "document.querySelector('header.site a')";
        reader.ask(&format!("{link}.focus()")).await?;
        press(&reader, "?").await?;
        reader
            .until(&format!("{SHEET}.open && document.activeElement.matches('[data-comfort=keys]')"))
            .await?;
        let seen = "(() => { const box = document.querySelector('.comfort dl').getBoundingClientRect(); \
                    return box.top > 0 && box.top < innerHeight; })()";
        assert_eq!(reader.ask(seen).await?, true, "{path}: the keys are in view");
        press(&reader, Key::Escape + "").await?;
        reader.until(&format!("!{SHEET}.open && document.activeElement === {link}")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn n_and_p_go_from_section_to_section_and_back_returns() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let ids =
        reader.ask("[...document.querySelectorAll('main > .section')].map((section) => section.id)").await?;
    let ids: Vec<_> = ids.as_array().into_iter().flatten().filter_map(|id| id.as_str()).collect();
    let at = |id: &str| {
        format!(
            "location.hash === '#{id}' && Math.abs(document.getElementById('{id}').getBoundingClientRect().top - 24) < 8"
        )
    };
    for id in &ids[..3] {
        press(&reader, "n").await?;
        reader.until(&at(id)).await?;
    }
    press(&reader, "p").await?;
    reader.until(&at(ids[1])).await?;
    reader.ask("scrollBy(0, 300)").await?;
    press(&reader, "p").await?;
    reader.until(&format!("document.getElementById('{}').getBoundingClientRect().top >= 0", ids[1])).await?;
    reader.driver.back().await?;
    reader.until(&format!("location.hash === '#{}'", ids[2])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn n_and_p_lead_from_a_page_of_its_own_to_its_neighbours() -> WebDriverResult<()> {
    for path in ["/s/japan/", FACT] {
        let reader = Reader::at(path, Wish::default()).await?;
        let next = reader.ask("document.querySelector('nav [rel=next]').href").await?;
        press(&reader, "n").await?;
        reader
            .until(&format!("location.href === {next} && document.documentElement.dataset.hydrated === ''"))
            .await?;
        press(&reader, "p").await?;
        reader.until(&format!("location.pathname === '{path}'")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn o_opens_the_cards_of_the_section_that_is_read_and_closes_them() -> WebDriverResult<()> {
    let reader = Reader::at("/#japan", Wish::default()).await?;
    reader.until("document.getElementById('japan').getBoundingClientRect().top < 100").await?;
    press(&reader, "o").await?;
    let open = "[...document.querySelectorAll('[data-fact][open]')]";
    let all = "document.querySelectorAll('#japan [data-fact]').length";
    reader
        .until(&format!("{open}.length === {all} && {open}.every((card) => card.closest('#japan'))"))
        .await?;
    press(&reader, "o").await?;
    reader.until(&format!("{open}.length === 0")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn s_shares_the_card_with_the_focus_or_else_the_section_or_the_story() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let link = "document.querySelector('[data-share=link]').value";
    let shares = |path: &str| format!("{SHARE}.open && {link}.endsWith('{path}')");
    press(&reader, "s").await?;
    reader.until(&shares(&format!("{}/", reader.site.address))).await?;
    press(&reader, Key::Escape + "").await?;
    reader.ask("document.getElementById('japan').scrollIntoView()").await?;
    reader.until("!document.querySelector('#japan [data-action=share]').hidden").await?;
    press(&reader, "s").await?;
    reader.until(&shares("/s/japan/")).await?;
    press(&reader, Key::Escape + "").await?;
    reader.ask("document.querySelector('#japan summary').focus()").await?;
    press(&reader, "s").await?;
    let card = reader.ask("document.querySelector('#japan .fact').id").await?;
    reader.until(&shares(&format!("/f/{}/", card.as_str().unwrap_or_default()))).await?;
    press(&reader, Key::Escape + "").await?;
    reader.until("document.activeElement.matches('#japan summary')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_silent_while_one_types_in_a_dialog_and_with_other_keys_held() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.click("[data-action=search]").await?;
    press_in_vain(&reader, "snop?/").await?;
    assert_eq!(reader.ask("document.activeElement.value").await?, "snop?/");
    let quiet = format!("{OPEN} === 0 && location.hash === ''");
    assert_eq!(reader.ask(&quiet).await?, true);
    reader.ask("document.activeElement.blur()").await?;
    for held in ["ctrlKey", "altKey", "metaKey", "repeat", "isComposing"] {
        for key in ["?", "n", "s", "o"] {
            let event =
                format!("new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, {held}: true }})");
            reader.ask(&format!("document.body.dispatchEvent({event})")).await?;
        }
        assert_eq!(reader.ask(&quiet).await?, true, "{held}");
    }
    press(&reader, "?").await?;
    reader.until(&format!("{SHEET}.open")).await?;
    press_in_vain(&reader, "sn/").await?;
    assert_eq!(reader.ask(&format!("{OPEN} === 1 && location.hash === ''")).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_can_be_turned_off_and_stay_so() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.click("[data-action=theme]").await?;
    reader.click(".comfort [name=keys][value=off]").await?;
    for _ in 0..2 {
        press(&reader, Key::Escape + "").await?;
        reader.ask("document.activeElement.blur()").await?;
        press_in_vain(&reader, "?sn/o").await?;
        let quiet = format!(
            "{OPEN} === 0 && location.hash === '' && document.activeElement === document.body \
             && document.querySelectorAll('[data-fact][open]').length === 0"
        );
        assert_eq!(reader.ask(&quiet).await?, true);
        reader.open("/").await?;
        reader.until_alive().await?;
    }
    reader.click("[data-action=theme]").await?;
    reader.click(".comfort [name=keys][value='']").await?;
    press(&reader, Key::Escape + "").await?;
    press(&reader, "/").await?;
    reader.until("document.activeElement.matches('[data-action=search]')").await
}

/// Whether the focus is where a reader sees it: marked, and in the window.
const SEEN: &str = "(() => { const at = document.activeElement, box = at.getBoundingClientRect(); \
                    return at.matches(':focus-visible') && at.checkVisibility() && \
                    parseFloat(getComputedStyle(at).outlineWidth) >= 2 && box.height > 0 && box.bottom > 0 && \
                    box.top < innerHeight && box.right > 0 && box.left < innerWidth; })()";

/// Presses Tab until the focus is on what suits a selector, and sees it on all that is between.
async fn tab_to(reader: &Reader, selector: &str) -> WebDriverResult<()> {
    for _ in 0..120 {
        press(reader, Key::Tab + "").await?;
        reader.until(SEEN).await?;
        if reader.ask(&format!("document.activeElement.matches(\"{selector}\")")).await? == true {
            return Ok(());
        }
    }
    panic!("no way to {selector}");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_tab_and_enter_alone_one_gets_from_the_top_to_a_shared_fact() -> WebDriverResult<()> {
    for width in [320, 1440] {
        let reader = Reader::at("/", Wish { width, ..Wish::default() }).await?;
        let enter = || Key::Enter + "";
        tab_to(&reader, ".skip").await?;
        press(&reader, enter()).await?;
        tab_to(&reader, "#opening .fact summary, #india .fact summary").await?;
        press(&reader, enter()).await?;
        reader.until("document.activeElement.parentElement.open").await?;
        let card = "document.activeElement.closest('.fact').id";
        let id = reader.ask(card).await?;
        tab_to(&reader, ".fact > [data-action=share]").await?;
        assert_eq!(reader.ask(card).await?, id, "the card's own control");
        press(&reader, enter()).await?;
        reader.until(&format!("{SHARE}.contains(document.activeElement)")).await?;
        let link = reader.ask("document.activeElement.value").await?;
        assert!(
            link.as_str().is_some_and(|link| link.ends_with(&format!("/f/{}/", id.as_str().unwrap_or("?"))))
        );
        tab_to(&reader, ".share [data-copy=share-link]").await?;
        press(&reader, enter()).await?;
        reader.until("document.querySelector('.share [role=status]').textContent !== ''").await?;
        tab_to(&reader, ".share .closing button:last-child").await?;
        press(&reader, enter()).await?;
        let back = "document.activeElement.matches('.fact > [data-action=share]')";
        reader.until(&format!("!{SHARE}.open && {back} && {card} === {id}")).await?;
    }
    Ok(())
}
