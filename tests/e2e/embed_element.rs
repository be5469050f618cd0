//! The element `<chuhai-embed>` in host pages: isolation, lazy loading, theme, no layout shift.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::embed_page::{EmbedHostPage, FRAME};
use crate::failure_modes::TEXT_BECOMES_MARKUP;
use crate::fleet::{NUMBER_CARD, RANGE_CARD, RANGE_CARD_TITLE};
use crate::scripts::LAYOUT_SHIFTS;
use crate::server::{Policy, ServerOptions};

#[tokio::test(flavor = "multi_thread")]
async fn the_element_works_under_a_strict_policy_and_leaves_nothing_when_it_is_removed() -> WebDriverResult<()>
{
    let host_page = EmbedHostPage::new(ServerOptions::default(), true).await?;
    host_page.open("element.html").await?;
    host_page.wait_for_height().await?;
    let frame = "document.querySelector('chuhai-embed').shadowRoot.querySelector('iframe')";
    assert_eq!(host_page.browser.evaluate(&format!("{frame}.title")).await?, RANGE_CARD_TITLE);
    assert_eq!(host_page.browser.evaluate("document.cookie").await?, "");
    assert_eq!(host_page.browser.evaluate("'chuhai-embed' in self || length").await?, 0, "a global name");
    let gone = "(() => { const element = document.querySelector('chuhai-embed'); element.remove(); \
                return element.shadowRoot.querySelector('iframe') === null && document.querySelector('iframe') === null; })()";
    assert_eq!(host_page.browser.evaluate(gone).await?, true);
    host_page.browser.evaluate("postMessage({ type: 'embed-size', height: 5 }, '*')").await?;
    host_page.browser.wait_for_messages().await?;
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_element_obeys_messages_of_its_frame_alone() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("element.html").await?;
    let height = host_page.wait_for_height().await?;
    let messages = "[{ sentinel: 'amp', type: 'embed-size', height: 5 }, null, 'x', { type: 'embed-size', height: '9' }]";
    host_page.browser.evaluate(&format!("{messages}.forEach((data) => postMessage(data, '*'))")).await?;
    host_page.browser.wait_for_messages().await?;
    assert_eq!(host_page.wait_for_height().await?, height);
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_embeds_make_frames_only_where_the_reader_is() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
    host_page.browser.driver.goto(format!("{}/many.html", host_page.hosts.address)).await?;
    let made = "[...document.querySelectorAll('chuhai-embed')].filter((element) => element.shadowRoot?.querySelector('iframe')).length";
    host_page.browser.wait_for(&format!("{made} > 0")).await?;
    assert!(host_page.browser.evaluate(made).await?.as_u64().is_some_and(|made| made < 8), "far ones wait");
    host_page.browser.wait_for(&format!("(scrollBy(0, 200), {made} === 20)")).await?;
    host_page.wait_for_height().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_an_embed_that_was_never_near_is_its_link_without_a_hole() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("many.html").await?;
    let last = "[...document.querySelectorAll('chuhai-embed')].at(-1)";
    host_page.browser.wait_for(&format!("{last}.offsetHeight > 200")).await?;
    host_page.browser.emulate_print().await?;
    let height = host_page.browser.evaluate(&format!("{last}.offsetHeight")).await?;
    assert!(height.as_u64().is_some_and(|height| (10..80).contains(&height)), "{height} pixels");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_self_closed_element_hides_nothing_of_its_host() -> WebDriverResult<()> {
    for has_link in [true, false] {
        let host_page = EmbedHostPage::open_at("element.html").await?;
        host_page.wait_for_height().await?;
        // As the parser reads `<chuhai-embed … />`: all that follows is in it.
        let self_closed = format!(
            "const [own, words] = [document.querySelector('chuhai-embed'), [...document.querySelectorAll('body > p')].at(-1)]; \
             own.replaceWith(Object.assign(own.cloneNode({has_link}), {{ id: 'closed' }})); \
             document.querySelector('#closed').append(words);"
        );
        host_page.browser.evaluate(&format!("void (() => {{ {self_closed} }})()")).await?;
        host_page.browser.wait_for(&format!("!!{FRAME}")).await?;
        host_page.wait_for_height().await?;
        let words = "document.querySelector('#closed > p').checkVisibility()";
        assert_eq!(host_page.browser.evaluate(words).await?, true, "with its link: {has_link}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_dark_host_the_element_is_dark_unless_it_states_a_theme() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("dark.html").await?;
    let themes = "[...document.querySelectorAll('chuhai-embed')].map((element) => \
                  new URL(element.shadowRoot.querySelector('iframe').src).searchParams.get('theme'))";
    host_page.browser.wait_for("[...document.querySelectorAll('chuhai-embed')].every((element) => element.shadowRoot?.querySelector('iframe'))").await?;
    assert_eq!(host_page.browser.evaluate(themes).await?, json!(["dark", "light", "dark"]));
    host_page.wait_for_height().await?;
    assert_eq!(host_page.inside("getComputedStyle(document.documentElement).colorScheme").await?, "dark");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_layout_of_the_host_does_not_shift_when_the_element_loads() -> WebDriverResult<()> {
    for width in [320, 1024] {
        let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
        host_page.browser.set_width_and_wait(width).await?;
        host_page.open("element.html").await?;
        host_page.wait_for_height().await?;
        let moved = host_page.browser.driver.execute_async(LAYOUT_SHIFTS, Vec::new()).await?.json().clone();
        let far = moved.as_array().expect("a list").iter().filter_map(|shift| shift[0].as_f64()).sum::<f64>();
        assert!(far < 0.02, "at {width} px: {moved}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_isolates_its_page_shows_the_element_and_the_frame() -> WebDriverResult<()> {
    for page in ["element.html?isolated", "plain.html?isolated"] {
        let host_page = EmbedHostPage::open_at(page).await?;
        assert_eq!(host_page.browser.evaluate("self.crossOriginIsolated").await?, true, "{page}");
        assert_eq!(host_page.inside("document.querySelector('[data-fact]') !== null").await?, true, "{page}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_host_that_enforces_trusted_types_the_element_has_its_height_and_follows_its_attributes()
-> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("trusted-types.html").await?;
    let closed = host_page.wait_for_height().await?;
    host_page.toggle().await?;
    assert!(host_page.wait_for_height().await? > closed);
    for (attribute, value) in [("theme", "dark"), ("fact", NUMBER_CARD)] {
        let set = format!("document.querySelector('chuhai-embed').setAttribute('{attribute}', '{value}')");
        host_page.browser.evaluate(&set).await?;
        host_page.browser.wait_for(&format!("{FRAME}.src.includes('{value}')")).await?;
        host_page.wait_for_height().await?;
    }
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    assert_eq!(host_page.browser.evaluate(TEXT_BECOMES_MARKUP).await?, false, "the host enforces nothing");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_element_of_an_unknown_fact_shows_its_link_and_no_empty_frame() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("element.html").await?;
    host_page.wait_for_height().await?;
    let element = "document.querySelector('chuhai-embed')";
    let link = format!("{element}.firstElementChild.checkVisibility()");
    assert_eq!(host_page.browser.evaluate(&link).await?, false, "the card is there instead");
    host_page.browser.evaluate(&format!("{element}.setAttribute('fact', 'no-such-fact')")).await?;
    host_page.browser.wait_for(&format!("{link} && {element}.offsetHeight < 60")).await?;
    host_page.browser.evaluate(&format!("{element}.setAttribute('fact', '{NUMBER_CARD}')")).await?;
    host_page.browser.wait_for(&format!("!{link}")).await?;
    host_page.wait_for_height().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_element_with_a_hostile_link_or_id_shows_its_link_and_throws_nothing() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("element.html").await?;
    host_page.wait_for_height().await?;
    let own = "document.querySelector('chuhai-embed')";
    let link =
        format!("{own}.querySelector('a').checkVisibility() && !{own}.shadowRoot.querySelector('iframe')");
    for id in ["..", "", "a/b", "\\ud800", "no such"] {
        host_page.browser.evaluate(&format!("{own}.setAttribute('fact', '{id}')")).await?;
        host_page.browser.wait_for(&link).await?;
        let height = host_page.browser.evaluate(&format!("{own}.offsetHeight < 100")).await?;
        assert_eq!(height, true, "it reserves the room of a frame for {id:?}");
        host_page.browser.evaluate(&format!("{own}.setAttribute('fact', '{NUMBER_CARD}')")).await?;
        host_page.browser.wait_for(&format!("!!{FRAME}")).await?;
    }
    let new_element = "(() => { const element = document.createElement('chuhai-embed'); element.setAttribute('fact', 'ha-avocet-crew'); \
        element.innerHTML = '<a href=\"javascript:0/f/ha-avocet-crew/\">x</a>'; document.body.prepend(element); })()";
    host_page.browser.evaluate(new_element).await?;
    host_page.browser.wait_frames(10).await?;
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_theme_adds_nothing_to_the_hosts_history() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("element.html").await?;
    host_page.wait_for_height().await?;
    let before = host_page.browser.evaluate("history.length").await?;
    for theme in ["dark", "light"] {
        let set = format!("document.querySelector('chuhai-embed').setAttribute('theme', '{theme}')");
        host_page.browser.evaluate(&set).await?;
        assert_eq!(host_page.inside("document.documentElement.dataset.theme").await?, theme);
    }
    assert_eq!(host_page.browser.evaluate("history.length").await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_host_with_an_opaque_origin_it_has_its_height_under_the_published_policy() -> WebDriverResult<()>
{
    let server = ServerOptions { policy: Some(Policy::Published), ..ServerOptions::default() };
    let host_page = EmbedHostPage::new(server, false).await?;
    host_page.open("element.html?sandboxed").await?;
    host_page.wait_for_height().await?;
    assert_eq!(host_page.inside("origin").await?, "null");
    host_page.toggle().await?;
    host_page.wait_for_height().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_finds_its_site_by_the_link_and_shows_the_link_where_that_leads_elsewhere()
-> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("module.html").await?;
    host_page.wait_for_height().await?;
    let other = "document.querySelectorAll('chuhai-embed')[1]";
    let quiet = format!("{other}.firstElementChild.checkVisibility() && {other}.offsetHeight < 60");
    host_page.browser.wait_for(&quiet).await?;
    assert_eq!(
        host_page.browser.evaluate(&format!("{other}.shadowRoot.querySelector('iframe')")).await?,
        json!(null)
    );
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_element_shows_the_site_that_its_link_leads_to() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("element.html").await?;
    let other = host_page.browser.server.address.replace("127.0.0.1", "localhost");
    let put = format!(
        "document.querySelector('main').innerHTML = '<chuhai-embed fact=\"{RANGE_CARD}\"><a href=\"{other}/f/{RANGE_CARD}/\">A fact</a></chuhai-embed>'"
    );
    host_page.browser.evaluate(&put).await?;
    host_page.browser.wait_for(&format!("{FRAME} != null")).await?;
    assert_eq!(
        host_page.browser.evaluate(&format!("{FRAME}.src")).await?,
        format!("{other}/e/f/{RANGE_CARD}/")
    );
    host_page.wait_for_height().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_protocols_greeting_does_not_disable_the_element() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("element.html").await?;
    host_page.wait_for_height().await?;
    let greetings = "['[iFrameSizer]own:8:false:false:32:true:true:', { type: 'iframe-child-init' }]";
    host_page
        .browser
        .evaluate(&format!(
            "{greetings}.forEach((message) => {FRAME}.contentWindow.postMessage(message, '*'))"
        ))
        .await?;
    let closed = host_page.wait_for_height().await?;
    host_page.toggle().await?;
    assert!(host_page.wait_for_height().await? > closed);
    Ok(())
}
