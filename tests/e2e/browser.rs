//! Drives headless Chromium over WebDriver, each with a test server of its own.

use std::fmt::Debug;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::ExtensionCommand;
use thirtyfour::prelude::*;
use tokio::runtime::Handle;
use tokio::task;

use crate::process::Process;
use crate::server::{ServerOptions, TestServer};

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

pub struct Browser {
    pub driver: WebDriver,
    pub server: TestServer,
    /// Dropped last, so that the session can end first.
    _process: Process,
}

impl Browser {
    /// Starts a browser without opening a page.
    pub async fn new(options: BrowserOptions) -> WebDriverResult<Self> {
        let (process, port) = chromedriver();
        let mut caps = DesiredCapabilities::chrome();
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        {
            caps.add_arg(argument)?;
        }
        caps.add_arg(&format!("--blink-settings=defaultFontSize={}", options.font))?;
        caps.add_arg(&format!("--window-size={},900", options.width.max(500)))?;
        caps.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), caps).await?;
        let browser = Self { driver, server: TestServer::start(options.server), _process: process };
        browser.scheme(if options.dark { "dark" } else { "light" }).await?;
        browser.set_width(options.width).await?;
        browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !options.scripts })).await?;
        Ok(browser)
    }

    /// Starts a browser, opens a page and waits until its islands are alive.
    pub async fn open_alive(path: &str, options: BrowserOptions) -> WebDriverResult<Self> {
        let browser = Self::new(options).await?;
        browser.open(path).await?;
        browser.start_program().await?;
        Ok(browser)
    }

    pub async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.server.address)).await
    }

    /// Starts the program, as a reader who touches the page does, and waits until every island is alive.
    pub async fn start_program(&self) -> WebDriverResult<()> {
        self.wait_for("document.documentElement.dataset.ready !== undefined").await?;
        self.evaluate("void document.dispatchEvent(new Event('pointerdown'))").await?;
        self.wait_for("!document.querySelector('[data-island]:not([data-alive])')").await
    }

    /// Sets the width of the window, in CSS pixels, and waits until the page has it.
    pub async fn width(&self, width: u32) -> WebDriverResult<()> {
        self.set_width(width).await?;
        self.wait_for(&format!("innerWidth === {width}")).await
    }

    async fn set_width(&self, width: u32) -> WebDriverResult<()> {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", screen).await.map(drop)
    }

    /// Sets the colour scheme that the system prefers: `light` or `dark`.
    pub async fn scheme(&self, scheme: &str) -> WebDriverResult<()> {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.cdp("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_for(&self, holds: &str) -> WebDriverResult<()> {
        assert!(self.comes_to_hold(holds).await, "never came to hold: {holds}");
        Ok(())
    }

    /// Waits until an expression is true in the page, which may be reloaded until then, a few times.
    pub async fn wait_across_reloads(&self, holds: &str) -> WebDriverResult<()> {
        for _ in 0..4 {
            if self.comes_to_hold(holds).await {
                return Ok(());
            }
        }
        self.wait_for(holds).await
    }

    /// Whether an expression is true within twenty seconds, and before the page is left.
    async fn comes_to_hold(&self, holds: &str) -> bool {
        let script = format!(
            "const done = arguments[0]; const look = () => ({holds}) ? done(true) : requestAnimationFrame(look); look();"
        );
        let limit = Instant::now() + Duration::from_secs(20);
        let waited = self.driver.execute_async(script, Vec::new()).await;
        waited.is_ok() && Instant::now() < limit
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
        let said = self
            .driver
            .handle()
            .cmd(thirtyfour::common::command::Command::ExtensionCommand(Box::new(Log)))
            .await?;
        let said: Vec<Value> = said.value()?;
        Ok(said.iter().map(|line| line["message"].to_string()).collect())
    }
}

/// A failing test keeps what its browser shows and has said, in `target/failures/`, under the test's name.
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
            let said = self.console().await.ok()?;
            fs::write(folder.join(format!("{name}.txt")), said.join("\n")).ok()
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

/// Starts chromedriver on a port of its choice. It binds the same port on IPv4 and IPv6 and exits if one is taken, so retry
/// up to five times.
fn chromedriver() -> (Process, u16) {
    (0..5).find_map(|_| driver()).expect("the driver's port")
}

fn driver() -> Option<(Process, u16)> {
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    let mut command = Command::new(program);
    command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process =
        Process::start(&mut command).expect("chromedriver; on Debian: apt-get install chromium-driver");
    let out = BufReader::new(process.out().expect("its output"));
    let port = out.lines().map_while(Result::ok).find_map(|line| {
        line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
    })?;
    Some((process, port))
}
