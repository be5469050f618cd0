//! Drives a browser context of headless Chromium over WebDriver, each with a test server of its own.

use std::fmt::Debug;
use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::ExtensionCommand;
use thirtyfour::prelude::*;
use tokio::runtime::Handle;
use tokio::task;

use crate::chromium::BrowserContext;
use crate::server::{ServerOptions, TestServer, TestSite};

/// The options of a test's browser.
#[derive(Clone, Copy, Debug)]
pub struct BrowserOptions {
    pub server: ServerOptions,
    pub width: u32,
    /// The browser's own size of text, in pixels.
    pub font: u32,
    pub dark: bool,
    pub scripts: bool,
}

impl Default for BrowserOptions {
    fn default() -> Self {
        Self { server: ServerOptions::default(), width: 1280, font: 16, dark: false, scripts: true }
    }
}

impl BrowserOptions {
    /// Opens the real story, for properties of its own text.
    pub fn real_story() -> Self {
        Self {
            server: ServerOptions { site: TestSite::RealStory, ..ServerOptions::default() },
            ..Self::default()
        }
    }
}

pub struct Browser {
    pub driver: WebDriver,
    pub server: TestServer,
    /// Dropped last, so that the session can end first.
    context: BrowserContext,
}

impl Browser {
    /// Opens an empty page.
    pub async fn new(options: BrowserOptions) -> WebDriverResult<Self> {
        let context = BrowserContext::new();
        let driver = context.session().await?;
        let browser = Self { driver, server: TestServer::start(options.server), context };
        browser.cdp("Page.setFontSizes", json!({ "fontSizes": { "standard": options.font } })).await?;
        browser.set_color_scheme(if options.dark { "dark" } else { "light" }).await?;
        browser.set_width(options.width).await?;
        browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !options.scripts })).await?;
        Ok(browser)
    }

    /// Opens a page, starts the program, and waits for every island.
    pub async fn open_alive(path: &str, options: BrowserOptions) -> WebDriverResult<Self> {
        let browser = Self::new(options).await?;
        browser.open(path).await?;
        browser.start_program().await?;
        Ok(browser)
    }

    /// Opens a page whose program waits until the server releases it.
    pub async fn open_delayed(path: &str) -> WebDriverResult<Self> {
        let server = ServerOptions { delay_wasm: true, ..ServerOptions::default() };
        let browser = Self::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
        browser.open(path).await?;
        browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
        Ok(browser)
    }

    /// Opens an empty page beside this one, with the same storage.
    pub fn new_tab(&self) -> WindowHandle {
        self.context.open_page()
    }

    pub async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.server.address)).await
    }

    /// Starts the program as a reader's first press does, and waits for every island.
    pub async fn start_program(&self) -> WebDriverResult<()> {
        self.wait_for("document.documentElement.dataset.ready !== undefined").await?;
        self.evaluate("void document.dispatchEvent(new Event('pointerdown'))").await?;
        self.wait_for("!document.querySelector('[data-island]:not([data-alive])')").await
    }

    /// Sets the width of the window, in CSS pixels, and waits until the page has it.
    pub async fn set_width_and_wait(&self, width: u32) -> WebDriverResult<()> {
        self.set_width(width).await?;
        self.wait_for(&format!("innerWidth === {width}")).await
    }

    async fn set_width(&self, width: u32) -> WebDriverResult<()> {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", screen).await.map(drop)
    }

    /// Sets the colour scheme that the system prefers: `light` or `dark`.
    pub async fn set_color_scheme(&self, scheme: &str) -> WebDriverResult<()> {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.cdp("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// Emulates print. Fires `beforeprint` first, so that deferred sections are laid out.
    pub async fn emulate_print(&self) -> WebDriverResult<()> {
        self.evaluate("dispatchEvent(new Event('beforeprint'))").await?;
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await.map(drop)
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_for(&self, holds: &str) -> WebDriverResult<()> {
        assert!(self.becomes_true(holds).await, "never became true: {holds}");
        Ok(())
    }

    /// Waits until an expression is true in the page, across a few reloads.
    pub async fn wait_across_reloads(&self, holds: &str) -> WebDriverResult<()> {
        for _ in 0..4 {
            if self.becomes_true(holds).await {
                return Ok(());
            }
        }
        self.wait_for(holds).await
    }

    /// Whether an expression becomes true within twenty seconds, before the page is left.
    async fn becomes_true(&self, holds: &str) -> bool {
        let script = format!(
            "const done = arguments[0]; const look = () => ({holds}) ? done(true) : requestAnimationFrame(look); look();"
        );
        let limit = Instant::now() + Duration::from_secs(20);
        let waited = self.driver.execute_async(script, Vec::new()).await;
        waited.is_ok() && Instant::now() < limit
    }

    /// Waits for some frames. Only for what must not happen: it has no condition to wait for.
    pub async fn wait_frames(&self, frames: u32) -> WebDriverResult<()> {
        let passed = format!(
            "new Promise((passed) => {{
                let left = {frames};
                const next = () => (left-- > 0 ? requestAnimationFrame(next) : passed());
                next();
            }})"
        );
        self.evaluate(&passed).await.map(drop)
    }

    /// Waits until the page has handled the messages posted so far, and for the frame after that.
    pub async fn wait_for_messages(&self) -> WebDriverResult<()> {
        let handled = "new Promise((handled) => {
            const answered = () => requestAnimationFrame(() => setTimeout(handled));
            addEventListener('message', ({ data }) => data === 'the last message' && answered());
            postMessage('the last message', '*');
        })";
        self.evaluate(handled).await.map(drop)
    }

    /// Evaluates an expression in the page.
    pub async fn evaluate(&self, expression: &str) -> WebDriverResult<Value> {
        Ok(self.driver.execute(format!("return ({expression});"), Vec::new()).await?.json().clone())
    }

    pub async fn click(&self, selector: &str) -> WebDriverResult<()> {
        let element = self.driver.find(By::Css(selector)).await?;
        element.scroll_into_view().await?;
        element.click().await
    }

    pub async fn cdp(&self, command: &str, params: Value) -> WebDriverResult<Value> {
        self.driver.cdp().send_raw(command, params).await
    }

    /// Blocks requests to URLs that match these patterns.
    pub async fn block_urls(&self, patterns: &[&str]) -> WebDriverResult<()> {
        self.cdp("Network.enable", json!({})).await?;
        self.cdp("Network.setBlockedURLs", json!({ "urls": patterns })).await?;
        Ok(())
    }

    /// The console messages since the last call.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        let logged = self
            .driver
            .handle()
            .cmd(thirtyfour::common::command::Command::ExtensionCommand(Box::new(Log)))
            .await?;
        let logged: Vec<Value> = logged.value()?;
        Ok(logged.iter().map(|line| line["message"].to_string()).collect())
    }
}

/// A failing test saves its screenshot and console to `target/failures/`, under the test's name.
impl Drop for Browser {
    fn drop(&mut self) {
        if !thread::panicking() {
            return;
        }
        let folder = generator::paths::project().join("target/failures");
        let name = thread::current().name().unwrap_or("unnamed").replace("::", "-");
        let keep = async {
            fs::create_dir_all(&folder).ok()?;
            self.driver.screenshot(&folder.join(format!("{name}.png"))).await.ok()?;
            let messages = self.console().await.ok()?;
            fs::write(folder.join(format!("{name}.txt")), messages.join("\n")).ok()
        };
        if task::block_in_place(|| Handle::current().block_on(keep)).is_some() {
            eprintln!("the screen and the console are in {}", folder.join(name).display());
        }
    }
}

#[derive(Debug)]
struct Log;

impl ExtensionCommand for Log {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "type": "browser" }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/se/log".into()
    }
}
