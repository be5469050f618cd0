//! Embeds in host pages, with each resize protocol: heights, links, hostile messages.

use std::collections::BTreeMap;
use std::fs;

use chuhai::content::load;
use generator::paths::project;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::embed_page::{CARD, EmbedHostPage, FRAME, HEIGHT};
use crate::fleet::RANGE_CARD;
use crate::scripts::{EMBED_HEIGHTS, HOSTILE_MESSAGES};
use crate::server::{Policy, ServerOptions};

/// The name and the markup of each host page that gives the frame its height: all without `data-keeps-height`.
fn sizing_host_pages() -> BTreeMap<String, String> {
    let files = fs::read_dir(project().join("tests/embed-hosts")).expect("the host pages").flatten();
    let pages = files.map(|file| {
        let markup = fs::read_to_string(file.path()).expect("a host page");
        (file.file_name().into_string().expect("a name"), markup)
    });
    let pages: BTreeMap<_, _> = pages.filter(|(_, markup)| !markup.contains("data-keeps-height")).collect();
    assert!(!pages.is_empty(), "no host page");
    pages
}

#[tokio::test(flavor = "multi_thread")]
async fn with_every_protocol_the_height_is_right_when_loaded_opened_turned_and_closed() -> WebDriverResult<()>
{
    let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
    for page in sizing_host_pages().into_keys() {
        host_page.open(&page).await?;
        let closed = host_page.wait_for_height().await?;
        host_page.toggle().await?;
        let open = host_page.wait_for_height().await?;
        assert!(open > closed + 100.0, "{page}: {open} is not higher than {closed}");
        host_page.browser.set_width_and_wait(320).await?;
        assert!(host_page.wait_for_height().await? > open, "{page}: narrower is higher");
        host_page.toggle().await?;
        host_page.wait_for_height().await?;
        host_page.browser.set_width_and_wait(1024).await?;
        assert_eq!(host_page.wait_for_height().await?, closed, "{page}: back to where it was");
        assert_eq!(host_page.console().await?, Vec::<String>::new(), "{page}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embed_that_was_hidden_when_it_loaded_has_its_height_once_it_is_shown() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
    // The element makes no frame while it is hidden.
    for (page, _) in sizing_host_pages().into_iter().filter(|(_, markup)| !markup.contains("<chuhai-embed")) {
        host_page.open(&format!("{page}?hidden")).await?;
        // The document is loaded, but laid out in no width or not at all.
        host_page.inside(HEIGHT).await?;
        let shows = host_page.browser.evaluate("document.querySelector('iframe').checkVisibility()").await?;
        assert_eq!(shows, false, "{page}: nothing to measure yet");
        host_page.browser.evaluate("(document.querySelector('main').hidden = false)").await?;
        host_page.wait_for_height().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_host_gets_every_common_protocol_and_never_a_height_of_zero() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("broadcasts.html").await?;
    host_page.browser.wait_for("heard.length >= 6").await?;
    let height = host_page.inside(HEIGHT).await?.as_f64().expect("a height").ceil();
    let site = format!("{}/e/f/{RANGE_CARD}/", host_page.browser.server.address);
    let heard = host_page
        .browser
        .evaluate("heard.map((message) => { try { return JSON.parse(message); } catch { return message; } })")
        .await?;
    let heard = heard.as_array().expect("a list");
    for expected in [
        json!({ "sentinel": "amp", "type": "embed-size", "height": height as u64 }),
        json!({ "datawrapper-height": { "chuhai": height as u64 } }),
        json!({ "src": site, "context": "iframe.resize", "height": height as u64 }),
        json!({ "sender": "Flourish", "src": site, "context": "iframe.resize", "method": "resize", "height": height as u64 }),
        json!({ "type": "set-height", "value": height as u64, "id": "iframeMessenger:chuhai" }),
        json!("[iFrameResizerChild]Ready"),
    ] {
        assert!(heard.contains(&expected), "{expected} is not among {heard:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_from_strangers_and_hostile_ones_from_the_host_change_nothing() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("broadcasts.html").await?;
    host_page.browser.wait_for("heard.length >= 6").await?;
    let before = host_page.inside("[location.href, document.documentElement.outerHTML]").await?;
    host_page.inside(HOSTILE_MESSAGES).await?;
    let after = host_page.inside("[location.href, document.documentElement.outerHTML]").await?;
    assert_eq!(before, after);
    host_page.browser.wait_for_messages().await?;
    let thief = host_page
        .browser
        .evaluate("heard.filter((message) => JSON.stringify(message).includes('thief'))")
        .await?;
    assert_eq!(thief, json!([]));
    let common =
        host_page.browser.evaluate("heard.filter((message) => message?.type === 'iframe-resized')").await?;
    assert_eq!(common, json!([]));
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn with_an_opaque_origin_an_embed_works_under_the_published_policy_with_a_clean_console()
-> WebDriverResult<()> {
    let host_page = EmbedHostPage::new(
        ServerOptions { policy: Some(Policy::Published), ..ServerOptions::default() },
        false,
    )
    .await?;
    host_page.open("sandboxed.html").await?;
    host_page
        .browser
        .driver
        .execute(format!("return {FRAME};"), Vec::new())
        .await?
        .element()?
        .enter_frame()
        .await?;
    host_page.browser.start_program().await?;
    host_page.browser.click("summary").await?;
    host_page.browser.wait_for(&format!("{CARD}.open")).await?;
    assert_eq!(host_page.browser.evaluate("origin").await?, "null");
    host_page.browser.driver.enter_default_frame().await?;
    host_page.wait_for_height().await?;
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn with_webassembly_blocked_an_embed_can_be_read_and_has_its_height() -> WebDriverResult<()> {
    let host_page =
        EmbedHostPage::new(ServerOptions { policy: Some(Policy::NoWasm), ..ServerOptions::default() }, false)
            .await?;
    host_page.open("sandboxed.html").await?;
    host_page.wait_for_height().await?;
    host_page.toggle().await?;
    host_page.wait_for_height().await?;
    assert_eq!(host_page.inside("document.querySelector('.claim').checkVisibility()").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn with_scripts_off_cards_open_and_links_leave_the_frame() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open(&format!("/e/f/{RANGE_CARD}/")).await?;
    browser.click("[data-fact] > summary").await?;
    assert_eq!(browser.evaluate("document.querySelector('.claim').checkVisibility()").await?, true);
    browser.open("/e/").await?;
    let targets = "document.links.length > 0 && [...document.links].every((link) => (link.target || document.querySelector('base').target) === \
                   (link.getAttribute('href').startsWith('#') ? '_self' : '_blank'))";
    assert_eq!(browser.evaluate(targets).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_facts_embed_is_as_high_as_oembed_says_and_fits_320_pixels_whatever_is_opened()
-> WebDriverResult<()> {
    let story = load::story(&project().join("content")).expect("content without mistakes");
    let facts: Vec<_> = story.facts_in_order().map(|fact| &story[fact].id).collect();
    let browser = Browser::new(BrowserOptions::real_story()).await?;
    browser.open("/404.html").await?;
    browser.driver.set_script_timeout(std::time::Duration::from_secs(300)).await?;
    let wrong = browser.driver.execute_async(EMBED_HEIGHTS, vec![json!(facts)]).await?.json().clone();
    assert_eq!(wrong, json!([]), "of {} facts", facts.len());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embed_takes_its_theme_from_the_url_and_has_a_clear_background_without_one() -> WebDriverResult<()>
{
    let browser = Browser::new(BrowserOptions::default()).await?;
    let look = "[getComputedStyle(document.documentElement).colorScheme, \
                getComputedStyle(document.querySelector('.embed')).backgroundColor, getComputedStyle(document.body).backgroundColor]";
    for (query, scheme, ground) in [
        ("", "normal", "rgba(0, 0, 0, 0)"),
        ("?theme=auto", "normal", "rgba(0, 0, 0, 0)"),
        ("?theme=<b>", "normal", "rgba(0, 0, 0, 0)"),
        ("?theme=light", "light", "rgb(251, 250, 246)"),
        ("?theme=dark", "dark", "rgb(16, 24, 29)"),
    ] {
        browser.open(&format!("/e/f/{RANGE_CARD}/{query}")).await?;
        assert_eq!(browser.evaluate(look).await?, json!([scheme, ground, "rgba(0, 0, 0, 0)"]), "{query}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_section_and_the_story_have_their_height_and_no_scroll_bar() -> WebDriverResult<()> {
    for (attributes, name) in [("section=\"harbour\"", "s/harbour/"), ("", "")] {
        let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
        host_page.browser.driver.goto(format!("{}/element.html", host_page.hosts.address)).await?;
        let put = format!(
            "document.querySelector('main').innerHTML = '<chuhai-embed {attributes}><a href=\"x\">A part</a></chuhai-embed>'"
        );
        host_page.browser.evaluate(&put).await?;
        host_page.browser.wait_for(&format!("{FRAME} != null")).await?;
        host_page.wait_for_height().await?;
        host_page
            .inside("document.querySelectorAll('[data-fact]').forEach((card) => { card.open = true; })")
            .await?;
        host_page.wait_for_height().await?;
        assert_eq!(host_page.inside("location.pathname").await?, format!("/e/{name}"));
        assert_eq!(host_page.inside("document.documentElement.clientWidth - innerWidth").await?, 0);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn hosts_get_the_height_when_the_text_grows_and_when_another_theme_is_asked_for() -> WebDriverResult<()>
{
    let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
    for page in sizing_host_pages().into_keys() {
        host_page.open(&page).await?;
        let before = host_page.wait_for_height().await?;
        host_page.inside("(document.documentElement.style.fontSize = '200%')").await?;
        let grown = host_page.wait_for_height().await?;
        assert!(grown > before * 1.3, "{page}: {grown} is not higher than {before}");
        host_page.inside("(document.documentElement.style.fontSize = '')").await?;
        assert_eq!(host_page.wait_for_height().await?, before, "{page}");
    }
    host_page.open("element.html").await?;
    let before = host_page.wait_for_height().await?;
    host_page
        .browser
        .evaluate("document.querySelector('chuhai-embed').setAttribute('theme', 'dark')")
        .await?;
    host_page.browser.wait_for(&format!("{FRAME}.src.endsWith('?theme=dark')")).await?;
    host_page.wait_inside("document.documentElement.dataset.theme === 'dark'").await?;
    assert_eq!(host_page.wait_for_height().await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embed_can_scroll_unless_its_host_takes_over_its_height() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
    let look = "[getComputedStyle(document.documentElement).scrollbarWidth, \
                getComputedStyle(document.querySelector('.fact-body')).overflowY]";
    for (page, expected) in [
        ("plain.html", ["auto", "visible"]),
        ("guardian.html", ["none", "visible"]),
        ("element.html", ["none", "visible"]),
        ("wordpress.html", ["none", "auto"]),
    ] {
        host_page.open(page).await?;
        if page != "plain.html" {
            host_page.wait_for_height().await?;
        }
        host_page.wait_inside(&format!("String({look}) === '{}'", expected.join(","))).await?;
    }
    Ok(())
}
