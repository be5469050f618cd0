//! Links in a frame: to places in the same page, and out of a frame that WordPress has made.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::embed_page::{EmbedHostPage, FRAME};
use crate::fleet::RANGE_CARD;
use crate::server::ServerOptions;

const LINK: &str = "a[data-fact-link='op-five-cargoes']";

impl EmbedHostPage {
    /// Clicks in the embed, which the reader sees.
    async fn click_inside(&self, selector: &str) -> WebDriverResult<()> {
        let driver = &self.browser.driver;
        driver.execute(format!("return {FRAME};"), Vec::new()).await?.element()?.enter_frame().await?;
        self.browser.click(selector).await?;
        driver.enter_default_frame().await
    }
}

/// A host with the whole story in the element.
async fn story() -> WebDriverResult<EmbedHostPage> {
    let host_page = EmbedHostPage::new(ServerOptions::default(), false).await?;
    host_page.browser.driver.goto(format!("{}/element.html", host_page.hosts.address)).await?;
    let put =
        "document.querySelector('main').innerHTML = '<chuhai-embed><a href=\"x\">All</a></chuhai-embed>'";
    host_page.browser.evaluate(put).await?;
    host_page.browser.wait_for(&format!("{FRAME} != null")).await?;
    host_page.wait_for_height().await?;
    Ok(host_page)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_within_the_embed_opens_its_card_scrolls_the_host_and_adds_no_history() -> WebDriverResult<()>
{
    let host_page = story().await?;
    let before = host_page.browser.evaluate("history.length").await?;
    let card = "document.getElementById('op-five-cargoes').closest('.fact').querySelector('details')";
    for _ in 0..2 {
        host_page.inside(&format!("({card}.open = false)")).await?;
        host_page.click_inside(LINK).await?;
        let open = format!("{card}.open && document.activeElement === {card}.firstElementChild");
        assert_eq!(host_page.inside(&open).await?, true);
        let top = host_page
            .inside("document.getElementById('op-five-cargoes').getBoundingClientRect().top")
            .await?;
        let is_in_view = format!("Math.abs({FRAME}.getBoundingClientRect().top + {top}) < 100");
        host_page.browser.wait_for(&is_in_view).await?;
    }
    assert_eq!(host_page.inside("location.hash").await?, "#op-five-cargoes");
    assert_eq!(host_page.browser.evaluate("history.length").await?, before);
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_clicked_with_a_modifier_or_already_handled_is_left_alone() -> WebDriverResult<()> {
    let host_page = story().await?;
    let press = |keys: &str, prevented: &str| press(LINK, keys, prevented);
    for key in MODIFIERS {
        assert_eq!(host_page.inside(&press(key, "")).await?, json!([false, ""]), "{key}");
    }
    let prevented = "link.addEventListener('click', (event) => event.preventDefault(), { once: true });";
    assert_eq!(host_page.inside(&press("", prevented)).await?, json!([true, ""]));

    let host_page = EmbedHostPage::open_at("wordpress.html").await?;
    host_page.wait_for_height().await?;
    for key in MODIFIERS {
        let hash = host_page.inside("location.hash").await?;
        assert_eq!(
            host_page.inside(&self::press(".attribution a", key, "")).await?,
            json!([false, hash]),
            "{key}"
        );
    }
    assert_eq!(host_page.browser.evaluate("followed").await?, json!([]));
    Ok(())
}

const MODIFIERS: [&str; 4] = ["ctrlKey: true", "metaKey: true", "shiftKey: true", "altKey: true"];

/// Clicks a link with these keys after a script, and returns whether its default was prevented, and the fragment.
fn press(link: &str, keys: &str, script: &str) -> String {
    format!(
        "(() => {{ const link = document.querySelector(\"{link}\"); let isPrevented; \
             addEventListener('click', (event) => {{ isPrevented = event.defaultPrevented; event.preventDefault(); }}, {{ once: true }}); \
             {script} \
             link.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, {keys} }})); \
             return [isPrevented, location.hash]; }})()"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn wordpress_follows_links_to_the_site_and_for_others_goes_to_the_facts_page() -> WebDriverResult<()> {
    let host_page = EmbedHostPage::open_at("wordpress.html").await?;
    host_page.wait_for_height().await?;
    host_page.click_inside(".attribution a").await?;
    host_page.browser.wait_for("followed.length === 1").await?;
    host_page.toggle().await?;
    host_page.click_inside("a[href^='https://example.org/']").await?;
    host_page.browser.wait_for("followed.length === 2").await?;
    let site = &host_page.browser.server.address;
    let expected = json!([format!("{site}/#{RANGE_CARD}"), format!("{site}/f/{RANGE_CARD}/")]);
    assert_eq!(host_page.browser.evaluate("followed").await?, expected);
    assert_eq!(host_page.console().await?, Vec::<String>::new());
    Ok(())
}
