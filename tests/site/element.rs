//! The element `<chuhai-embed>` in pages of other people: it stays within its bounds, and nothing there jumps.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::guest::Guest;
use crate::server::Host;

#[tokio::test(flavor = "multi_thread")]
async fn the_element_works_under_a_strict_policy_and_goes_away_without_a_trace() -> WebDriverResult<()> {
    let guest = Guest::new(Host::default(), true).await?;
    guest.open("element.html").await?;
    guest.fits().await?;
    let frame = "document.querySelector('chuhai-embed').shadowRoot.querySelector('iframe')";
    let title = "VMate grew by two thirds in half a year";
    assert_eq!(guest.reader.ask(&format!("{frame}.title")).await?, title);
    assert_eq!(guest.reader.ask("document.cookie").await?, "");
    let gone = "(() => { const element = document.querySelector('chuhai-embed'); element.remove(); \
                return element.shadowRoot.querySelector('iframe') === null && document.querySelector('iframe') === null; })()";
    assert_eq!(guest.reader.ask(gone).await?, true);
    guest.reader.ask("postMessage({ type: 'embed-size', height: 5 }, '*')").await?;
    guest.reader.until("true").await?;
    assert_eq!(guest.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_element_obeys_its_own_frame_alone() -> WebDriverResult<()> {
    let guest = Guest::at("element.html").await?;
    let height = guest.fits().await?;
    let told = "[{ sentinel: 'amp', type: 'embed-size', height: 5 }, null, 'x', { type: 'embed-size', height: '9' }]";
    guest.reader.ask(&format!("{told}.forEach((data) => postMessage(data, '*'))")).await?;
    guest.reader.until("true").await?;
    assert_eq!(guest.fits().await?, height);
    assert_eq!(guest.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_embeds_make_frames_only_where_the_reader_is() -> WebDriverResult<()> {
    let guest = Guest::new(Host::default(), false).await?;
    guest.reader.driver.goto(format!("{}/many.html", guest.hosts.address)).await?;
    let made = "[...document.querySelectorAll('chuhai-embed')].filter((element) => element.shadowRoot?.querySelector('iframe')).length";
    guest.reader.until(&format!("{made} > 0")).await?;
    assert!(guest.reader.ask(made).await?.as_u64().is_some_and(|made| made < 8), "far ones wait");
    guest.reader.until(&format!("(scrollBy(0, 200), {made} === 20)")).await?;
    guest.fits().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_host_that_says_it_is_dark_the_element_is_dark_unless_told_otherwise() -> WebDriverResult<()> {
    let guest = Guest::at("dark.html").await?;
    let themes = "[...document.querySelectorAll('chuhai-embed')].map((element) => \
                  new URL(element.shadowRoot.querySelector('iframe').src).searchParams.get('theme'))";
    guest.reader.until("[...document.querySelectorAll('chuhai-embed')].every((element) => element.shadowRoot?.querySelector('iframe'))").await?;
    assert_eq!(guest.reader.ask(themes).await?, json!(["dark", "light", "dark"]));
    guest.fits().await?;
    assert_eq!(guest.inside("getComputedStyle(document.documentElement).colorScheme").await?, "dark");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_in_the_hosts_page_jumps_when_the_element_loads() -> WebDriverResult<()> {
    for width in [320, 1024] {
        let guest = Guest::new(Host::default(), false).await?;
        guest.width(width).await?;
        guest.open("element.html").await?;
        guest.fits().await?;
        let shifts = "const done = arguments[0]; let moved = 0; new PerformanceObserver((list) => { for (const entry of \
                      list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true }); \
                      requestIdleCallback(() => requestIdleCallback(() => done(moved)));";
        let moved = guest.reader.driver.execute_async(shifts, Vec::new()).await?.json().as_f64();
        assert!(moved.is_some_and(|moved| moved < 0.02), "at {width} px: {moved:?}");
    }
    Ok(())
}
