//! Opens a host page that embeds a fact, and measures the embed in it.

use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::prelude::*;
use xtask::embed_hosts::EmbedHosts;

use crate::browser::{Browser, BrowserOptions};
use crate::server::{ServerOptions, start_embed_hosts};

pub const FRAME: &str = "(document.querySelector('iframe') ?? document.querySelector('chuhai-embed')?.shadowRoot.querySelector('iframe'))";
pub const CARD: &str = "document.querySelector('[data-fact]')";
pub const HEIGHT: &str = "document.querySelector('.embed').getBoundingClientRect().height";

/// A browser with a host page that embeds a fact.
pub struct EmbedHostPage {
    pub browser: Browser,
    pub hosts: EmbedHosts,
}

impl EmbedHostPage {
    pub async fn new(server: ServerOptions, strict: bool) -> WebDriverResult<Self> {
        let browser =
            Browser::new(BrowserOptions { server, width: 1024, ..BrowserOptions::default() }).await?;
        let hosts = start_embed_hosts(&browser.server.address, strict);
        Ok(Self { browser, hosts })
    }

    pub async fn open_at(page: &str) -> WebDriverResult<Self> {
        let host_page = Self::new(ServerOptions::default(), false).await?;
        host_page.open(page).await?;
        Ok(host_page)
    }

    pub async fn open(&self, page: &str) -> WebDriverResult<()> {
        self.browser.driver.goto(format!("{}/{page}", self.hosts.address)).await?;
        self.browser.wait_for(&format!("{FRAME} !== null && {FRAME} !== undefined")).await
    }

    /// Evaluates an expression in the embed's document, once it has loaded.
    pub async fn inside(&self, expression: &str) -> WebDriverResult<Value> {
        let driver = &self.browser.driver;
        driver.execute(format!("return {FRAME};"), Vec::new()).await?.element()?.enter_frame().await?;
        self.browser
            .wait_for("document.querySelector('.embed') !== null && document.readyState === 'complete'")
            .await?;
        let value = self.browser.evaluate(expression).await?;
        driver.enter_default_frame().await?;
        Ok(value)
    }

    /// Waits until an expression is true in the embed's document, which may be reloaded meanwhile.
    pub async fn wait_inside(&self, holds: &str) -> WebDriverResult<()> {
        let limit = Instant::now() + Duration::from_secs(20);
        while self.inside(holds).await? != true {
            assert!(Instant::now() < limit, "never became true in the frame: {holds}");
        }
        Ok(())
    }

    /// Waits until the frame is as high as its content, to the pixel. Reads both each time, because a long page's
    /// height may still change.
    pub async fn wait_for_height(&self) -> WebDriverResult<f64> {
        let limit = Instant::now() + Duration::from_secs(20);
        loop {
            let height = self.inside(HEIGHT).await?.as_f64().expect("a height");
            let frame =
                self.browser.evaluate(&format!("{FRAME}.clientHeight")).await?.as_f64().expect("a height");
            if (0.0..1.0).contains(&(frame - height)) {
                return Ok(height);
            }
            assert!(Instant::now() < limit, "the frame is {frame} px high, what is in it {height}");
        }
    }

    pub async fn toggle(&self) -> WebDriverResult<()> {
        self.inside("document.querySelector('summary').click()").await?;
        Ok(())
    }

    /// The console messages, without those of host libraries.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        let messages = self.browser.console().await?;
        Ok(messages.into_iter().filter(|line| !line.contains("/npm/") && !line.contains("favicon")).collect())
    }
}
