//! Finding the way: the contents at hand, how much has been read, there and back again, and coming back another day.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::seen::findings;

const BAR: &str = "[data-action=contents]";
const OPEN: &str = "document.querySelector('dialog.way').open";
const READ: &str = "Number(document.querySelector('.progress rect').getAttribute('width'))";
const FOCUSED: &str = "document.activeElement";
const OFFER: &str = "document.querySelector('.coming-back')";
const OFFERED: &str = "document.querySelector('.coming-back').checkVisibility()";
const KEPT: &str = "Object.keys(localStorage).filter((key) => key.startsWith('chuhai-place')).map((key) => localStorage[key]).join()";

fn wide(width: u32) -> Wish {
    Wish { width, ..Wish::default() }
}

/// Puts the top of something so many pixels below the window's, and waits until all around it is drawn.
async fn put(reader: &Reader, element: &str, top: i32) -> WebDriverResult<()> {
    let off = format!("{element}.getBoundingClientRect().top - {top}");
    reader
        .until(&format!("(() => {{ const off = {off}; scrollBy(0, off); return Math.abs(off) < 1; }})()"))
        .await
}

/// The paragraph of a section, counted from 0.
fn paragraph(section: &str, at: usize) -> String {
    format!("document.querySelectorAll('#{section} .section-body > p')[{at}]")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contents_are_at_hand_on_every_screen_and_mark_where_one_is() -> WebDriverResult<()> {
    for (width, beside) in [(320, false), (768, false), (1200, false), (1216, true), (1440, true)] {
        let reader = Reader::at("/", wide(width)).await?;
        let shown = |selector: &str| format!("document.querySelector('{selector}').checkVisibility()");
        put(&reader, &paragraph("japan", 1), 100).await?;
        reader.until("document.querySelector('.story > .beside [aria-current]')?.hash === '#japan'").await?;
        assert_eq!(reader.ask(&shown(".story > .beside")).await?, beside, "beside the text at {width} px");
        assert_eq!(reader.ask(&shown(BAR)).await?, !beside, "in a bar at {width} px");
        if !beside {
            reader.driver.find(By::Css(BAR)).await?.click().await?;
            reader.until(OPEN).await?;
            assert_eq!(reader.ask("document.querySelectorAll('dialog.way a').length").await?, 10);
            let marked = "[...document.querySelectorAll('dialog.way [aria-current=location]')].map((link) => link.hash).join()";
            assert_eq!(reader.ask(marked).await?, "#japan");
            assert_eq!(reader.ask(&format!("{FOCUSED}.hash")).await?, "#japan");
            let low = "Math.min(...[...document.querySelectorAll('dialog.way a, dialog.way button, .bar')].map((one) => one.offsetHeight))";
            assert!(
                reader.ask(low).await?.as_f64().unwrap_or(0.0) >= 44.0,
                "targets are large enough for a finger"
            );
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn choosing_a_section_closes_the_contents_goes_there_and_back_returns() -> WebDriverResult<()> {
    let reader = Reader::at("/", wide(320)).await?;
    put(&reader, &paragraph("india", 1), 100).await?;
    let before = reader.ask("history.length").await?.as_u64().unwrap_or(0);
    reader.driver.find(By::Css(BAR)).await?.click().await?;
    reader.click("dialog.way a[href='#south-korea']").await?;
    reader.until(&format!("!{OPEN} && location.hash === '#south-korea'")).await?;
    reader.until(&format!("{FOCUSED}.matches('#south-korea > .section-head')")).await?;
    let top = "document.querySelector('#south-korea .section-head').getBoundingClientRect().top";
    reader
        .until(&format!("{top} >= document.querySelector('.bar').offsetHeight && {top} < innerHeight / 2"))
        .await?;
    assert_eq!(reader.ask("history.length").await?, json!(before + 1));
    reader.driver.back().await?;
    let there = format!("{}.getBoundingClientRect().top", paragraph("india", 1));
    reader.until(&format!("location.hash === '' && Math.abs({there} - 100) < 4")).await?;
    reader.driver.forward().await?;
    reader.until(&format!("location.hash === '#south-korea' && {top} > 0 && {top} < innerHeight / 2")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_the_ground_behind_and_going_back_close_the_contents() -> WebDriverResult<()> {
    let reader = Reader::at("/#japan", wide(500)).await?;
    let open = async || {
        reader.driver.find(By::Css(BAR)).await?.click().await?;
        reader.until(OPEN).await
    };
    open().await?;
    reader.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    reader.until(&format!("!{OPEN} && {FOCUSED}.matches('{BAR}')")).await?;
    open().await?;
    let heading = reader.driver.find(By::Css("dialog.way h2")).await?;
    heading.click().await?;
    assert_eq!(reader.ask(OPEN).await?, true, "a press inside closes nothing");
    reader.driver.action_chain().move_to(4, 450).click().perform().await?;
    reader.until(&format!("!{OPEN}")).await?;
    reader.ask("void (location.hash = '#india')").await?;
    open().await?;
    reader.driver.back().await?;
    reader.until(&format!("!{OPEN} && location.hash === '#japan'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_line_grows_with_the_text_and_not_with_open_cards() -> WebDriverResult<()> {
    let reader = Reader::at("/", wide(1440)).await?;
    assert_eq!(reader.ask(READ).await?, 0, "nothing is read at the head");
    let mut last = 0.0;
    for section in ["opening", "india", "united-states", "japan", "closing"] {
        put(&reader, &paragraph(section, 0), 0).await?;
        reader.until(&format!("{READ} > {last}")).await?;
        last = reader.ask(READ).await?.as_f64().unwrap_or(0.0);
    }
    put(&reader, &paragraph("notes", 1), 100).await?;
    reader.until(&format!("{READ} === 1000")).await?;
    put(&reader, &paragraph("japan", 3), 240).await?;
    let closed = format!(
        "{READ} > 0 && {READ} < 1000 && document.querySelector('.beside [aria-current]')?.hash === '#japan'"
    );
    reader.until(&closed).await?;
    let before = reader.ask(READ).await?;
    reader.ask("document.querySelector('[data-root=tools] [data-action=expand-all]').click()").await?;
    reader.until("document.querySelectorAll('[data-fact]:not([open])').length === 0").await?;
    put(&reader, &paragraph("japan", 3), 240).await?;
    reader.until(&format!("{READ} === {before}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_read_stays_where_it_is_when_cards_above_open_or_close() -> WebDriverResult<()> {
    for anchoring in [true, false] {
        let reader = Reader::at("/", wide(1440)).await?;
        if !anchoring {
            // As in browsers that do not keep it by themselves.
            reader.ask("void (document.documentElement.style.overflowAnchor = 'none')").await?;
        }
        let read = paragraph("india", 5);
        put(&reader, &read, 200).await?;
        let top = format!("{read}.getBoundingClientRect().top");
        for (action, open) in [("expand-all", true), ("collapse-all", false)] {
            reader.ask(&format!("document.querySelector('#india [data-action={action}]').click()")).await?;
            reader.until(&format!("document.querySelector('#india [data-fact]').open === {open}")).await?;
            reader.until("(self.frames_ = (self.frames_ ?? 0) + 1) % 3 === 0").await?;
            let top = reader.ask(&top).await?.as_f64().unwrap_or(-1.0);
            assert!((top - 200.0).abs() < 2.0, "{action}, anchoring {anchoring}: at {top}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bar_covers_nothing_that_has_the_focus() -> WebDriverResult<()> {
    let reader = Reader::at("/", wide(320)).await?;
    let covered = "(() => { const covered = [], bar = document.querySelector('.bar'); \
                   const all = [...document.querySelectorAll('#opening :is(a, button, summary), #india :is(a, button, summary)')]; \
                   for (const one of all.filter((one) => one.checkVisibility()).reverse()) { one.focus(); \
                     const box = one.getBoundingClientRect(); \
                     if (document.activeElement === one && box.top < bar.getBoundingClientRect().bottom - 1) covered.push(one.outerHTML); } \
                   return covered; })()";
    put(&reader, &paragraph("southeast-asia", 1), 100).await?;
    assert_eq!(reader.ask(covered).await?, json!([]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_section_leads_to_the_next_and_the_one_before_without_scripts() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open("/").await?;
    reader.click("#india .neighbours a:last-child").await?;
    assert!(reader.driver.current_url().await?.as_str().ends_with("/#southeast-asia"));
    reader.click("#southeast-asia .neighbours a:first-child").await?;
    assert!(reader.driver.current_url().await?.as_str().ends_with("/#india"));
    for dead in [BAR, "dialog.way", ".coming-back"] {
        assert_eq!(
            reader.ask(&format!("document.querySelector('{dead}').checkVisibility()")).await?,
            false,
            "{dead}"
        );
    }
    Ok(())
}

/// A reader who left in the midst of Japan, and has come again.
async fn come_back(wish: Wish) -> WebDriverResult<Reader> {
    let reader = Reader::at("/", wish).await?;
    put(&reader, &paragraph("japan", 2), 100).await?;
    reader.until("document.querySelector('.beside [aria-current]')?.hash === '#japan'").await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT}.startsWith('japan 2 ')")).await?;
    reader.open("/").await?;
    reader.until_alive().await?;
    Ok(reader)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_comes_back_may_go_on_at_the_same_words_whatever_the_width() -> WebDriverResult<()> {
    let reader = come_back(wide(1440)).await?;
    reader.until(OFFERED).await?;
    assert_eq!(
        reader.ask(&format!("{OFFER}.querySelector('span').textContent")).await?,
        "You were reading Japan."
    );
    assert_eq!(reader.ask("scrollY").await?, 0, "nobody is made to go on");
    let screen = json!({ "width": 320, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    reader.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
    reader.until("innerWidth === 320").await?;
    reader.click(".coming-back a").await?;
    let there = paragraph("japan", 2);
    reader.until(&format!("(() => {{ const box = {there}.getBoundingClientRect(), line = innerHeight * 0.3; \
                           return {FOCUSED} === {there} && box.top <= line + 1 && box.bottom >= line - 1; }})()")).await?;
    assert_eq!(reader.ask(OFFERED).await?, false);
    reader.driver.back().await?;
    reader.until("location.hash === '' && scrollY < 5").await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_looks_in_finds_the_offer_again_and_who_reads_on_is_offered_where_they_left()
-> WebDriverResult<()> {
    let reader = come_back(wide(1440)).await?;
    reader.until(OFFERED).await?;
    put(&reader, &paragraph("india", 1), 100).await?;
    reader.until("document.querySelector('.beside [aria-current]')?.hash === '#india'").await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT}.startsWith('japan 2 ')")).await?;
    reader.open("/").await?;
    reader.until_alive().await?;
    put(&reader, &paragraph("south-korea", 1), 100).await?;
    reader.until("document.querySelector('.beside [aria-current]')?.hash === '#south-korea'").await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT}.startsWith('south-korea 1 ')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_forgotten_on_request_and_once_the_story_is_read() -> WebDriverResult<()> {
    let reader = come_back(wide(320)).await?;
    reader.until(OFFERED).await?;
    reader.click(".coming-back button").await?;
    reader.until(&format!("!{OFFERED} && {KEPT} === ''")).await?;
    assert_eq!(reader.ask(&format!("{FOCUSED} !== document.body")).await?, true, "the focus is not lost");
    let reader = come_back(wide(1440)).await?;
    put(&reader, &paragraph("notes", 1), 100).await?;
    reader.until(&format!("{READ} === 1000")).await?;
    reader.open("/s/notes/").await?;
    reader.until(&format!("{KEPT} === ''")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_offered_to_who_follows_a_link_into_the_story_or_reads_in_a_frame() -> WebDriverResult<()>
{
    let reader = come_back(wide(1440)).await?;
    reader.open("/s/notes/").await?;
    reader.open("/#india").await?;
    reader.until_alive().await?;
    assert_eq!(reader.ask(OFFERED).await?, false);
    reader.open("/404.html").await?;
    reader.ask("void document.body.prepend(Object.assign(document.createElement('iframe'), { src: './', width: 1300, height: 700 }))").await?;
    reader.until("document.querySelector('iframe').contentDocument?.documentElement.dataset.hydrated !== undefined").await?;
    assert_eq!(
        reader
            .ask(&format!(
                "document.querySelector('iframe').contentDocument{}",
                OFFERED.trim_start_matches("document")
            ))
            .await?,
        false
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn storage_that_holds_rubbish_is_full_or_is_denied_costs_the_offer_alone() -> WebDriverResult<()> {
    let reader = Reader::at("/", wide(1440)).await?;
    for rubbish in ["", "japan", "japan x y", "nowhere 1 1", "'] 1 1", "japan -1 9", "\\u0000"] {
        reader.open("/404.html").await?;
        reader.ask(&format!("void localStorage.setItem('chuhai-place /', \"{rubbish}\")")).await?;
        reader.open("/").await?;
        reader.until_alive().await?;
        assert_eq!(reader.ask(OFFERED).await?, false, "{rubbish:?}");
    }
    // More than there is of the section: its end is offered.
    reader.open("/404.html").await?;
    reader.ask("void localStorage.setItem('chuhai-place /', 'japan 99 999')").await?;
    reader.open("/").await?;
    reader.until_alive().await?;
    reader.click(".coming-back a").await?;
    reader.until(&format!("{FOCUSED}.matches('#japan .section-body > p')")).await?;
    assert_eq!(reader.console().await?, Vec::<String>::new());

    for denied in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Object.defineProperty(window, 'localStorage', { value: null })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ] {
        let reader = Reader::new(wide(1440)).await?;
        reader.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": denied })).await?;
        reader.open("/").await?;
        reader.until_alive().await?;
        put(&reader, &paragraph("japan", 1), 100).await?;
        reader.until("document.querySelector('.beside [aria-current]')?.hash === '#japan'").await?;
        reader.open("/s/japan/").await?;
        reader.open("/").await?;
        reader.until_alive().await?;
        assert_eq!(reader.ask(OFFERED).await?, false, "{denied}");
        assert_eq!(reader.console().await?, Vec::<String>::new(), "{denied}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_contents_nor_in_the_offer() -> WebDriverResult<()> {
    for dark in [false, true] {
        let reader = come_back(Wish { dark, ..wide(320) }).await?;
        reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        reader.until(OFFERED).await?;
        assert_eq!(findings(&reader).await?, Vec::<String>::new(), "the offer, dark {dark}");
        put(&reader, &paragraph("india", 1), 100).await?;
        reader.driver.find(By::Css(BAR)).await?.click().await?;
        reader.until(OPEN).await?;
        assert_eq!(findings(&reader).await?, Vec::<String>::new(), "the contents, dark {dark}");
    }
    Ok(())
}
