//! A reader of somebody's page that has an embed in it. Knows nothing of what is checked there.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use xtask::hosts::Hosts;

use crate::browser::{Reader, Wish};
use crate::server::{Host, hosts};

pub const FRAME: &str = "(document.querySelector('iframe') ?? document.querySelector('chuhai-embed')?.shadowRoot.querySelector('iframe'))";
pub const CARD: &str = "document.querySelector('[data-fact]')";
pub const BOX: &str = "document.querySelector('.embed').getBoundingClientRect().height";

/// A reader of somebody's page.
pub struct Guest {
    pub reader: Reader,
    pub hosts: Hosts,
}

impl Guest {
    pub async fn new(host: Host, strict: bool) -> WebDriverResult<Self> {
        let reader = Reader::new(Wish { host, width: 1024, ..Wish::default() }).await?;
        let hosts = hosts(&reader.site.address, strict);
        Ok(Self { reader, hosts })
    }

    pub async fn at(page: &str) -> WebDriverResult<Self> {
        let guest = Self::new(Host::default(), false).await?;
        guest.open(page).await?;
        Ok(guest)
    }

    pub async fn open(&self, page: &str) -> WebDriverResult<()> {
        self.reader.driver.goto(format!("{}/{page}", self.hosts.address)).await?;
        self.reader.until(&format!("{FRAME} !== null && {FRAME} !== undefined")).await
    }

    /// The value of an expression in the embed's page, once it has loaded.
    pub async fn inside(&self, expression: &str) -> WebDriverResult<Value> {
        let driver = &self.reader.driver;
        driver.execute(format!("return {FRAME};"), Vec::new()).await?.element()?.enter_frame().await?;
        self.reader
            .until("document.querySelector('.embed') !== null && document.readyState === 'complete'")
            .await?;
        let value = self.reader.ask(expression).await?;
        driver.enter_default_frame().await?;
        Ok(value)
    }

    pub async fn width(&self, width: u32) -> WebDriverResult<()> {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.reader.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
        self.reader.until(&format!("innerWidth === {width}")).await
    }

    /// Waits until the frame is as high as what is in it, to the pixel. Both are asked each time: a long page's height
    /// may change while it settles.
    pub async fn fits(&self) -> WebDriverResult<f64> {
        let limit = Instant::now() + Duration::from_secs(20);
        loop {
            let height = self.inside(BOX).await?.as_f64().expect("a height");
            let frame = self.reader.ask(&format!("{FRAME}.clientHeight")).await?.as_f64().expect("a height");
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

    /// What the console has said, but for what host libraries say of themselves.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        let said = self.reader.console().await?;
        Ok(said.into_iter().filter(|line| !line.contains("/npm/") && !line.contains("favicon")).collect())
    }
}
