//! Finding the way: the contents at hand, how much has been read, there and back again. Coming back another day has a room
//! of its own.

mod coming_back;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::seen::findings;

const BAR: &str = "[data-action=contents]";
const OPEN: &str = "document.querySelector('dialog.way').open";
const READ: &str = "Number(document.querySelector('.progress rect').getAttribute('width'))";
const FOCUSED: &str = "document.activeElement";

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
async fn whoever_has_read_on_from_an_opened_card_and_follows_a_link_comes_back_to_where_they_were()
-> WebDriverResult<()> {
    let reader = Reader::at("/", wide(1440)).await?;
    reader.click("[data-fact=india-kajal] > summary").await?;
    reader.until("location.hash === '#india-kajal'").await?;
    put(&reader, &paragraph("southeast-asia", 3), 200).await?;
    // In view already: to bring it there would scroll the page.
    reader.driver.find(By::Css(".story > .beside a[href='#japan']")).await?.click().await?;
    reader.until("location.hash === '#japan'").await?;
    reader.driver.back().await?;
    let top = format!("{}.getBoundingClientRect().top", paragraph("southeast-asia", 3));
    reader.until(&format!("location.hash === '' && Math.abs({top} - 200) < 4")).await?;
    assert_eq!(reader.ask("document.querySelector('[data-fact=india-kajal]').open").await?, true);
    reader.driver.forward().await?;
    reader.until("location.hash === '#japan'").await
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
            reader.ask(&format!("document.querySelector('{dead}')?.checkVisibility() ?? false")).await?,
            false,
            "{dead}"
        );
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_contents() -> WebDriverResult<()> {
    for dark in [false, true] {
        let reader = Reader::at("/", Wish { dark, ..wide(320) }).await?;
        reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        put(&reader, &paragraph("india", 1), 100).await?;
        reader.driver.find(By::Css(BAR)).await?.click().await?;
        reader.until(OPEN).await?;
        assert_eq!(findings(&reader).await?, Vec::<String>::new(), "dark {dark}");
    }
    Ok(())
}
