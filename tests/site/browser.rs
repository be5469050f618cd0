//! A reader: headless Chromium, driven over WebDriver, on a host of its own.

use std::fmt::Debug;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::ExtensionCommand;
use thirtyfour::prelude::*;

use crate::process::Process;
use crate::server::{Host, Site};

/// What a test wants of its reader.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub host: Host,
    pub width: u32,
    pub dark: bool,
    pub scripts: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self { host: Host::default(), width: 1280, dark: false, scripts: true }
    }
}

pub struct Reader {
    pub driver: WebDriver,
    pub site: Site,
    /// Dropped last: the session says goodbye to it first.
    _process: Process,
}

impl Reader {
    /// Starts a browser; opens nothing yet.
    pub async fn new(wish: Wish) -> WebDriverResult<Self> {
        let (process, port) = chromedriver();
        let mut caps = DesiredCapabilities::chrome();
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        {
            caps.add_arg(argument)?;
        }
        caps.add_arg(&format!("--window-size={},900", wish.width.max(500)))?;
        caps.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), caps).await?;
        let reader = Self { driver, site: Site::start(wish.host), _process: process };
        let scheme = if wish.dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        reader.cdp("Emulation.setEmulatedMedia", media).await?;
        let screen = json!({ "width": wish.width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        reader.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
        reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !wish.scripts })).await?;
        Ok(reader)
    }

    /// Starts a browser and opens a page, alive.
    pub async fn at(path: &str, wish: Wish) -> WebDriverResult<Self> {
        let reader = Self::new(wish).await?;
        reader.open(path).await?;
        reader.until_alive().await?;
        Ok(reader)
    }

    pub async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.site.address)).await
    }

    pub async fn until_alive(&self) -> WebDriverResult<()> {
        self.until("document.documentElement.dataset.hydrated !== undefined").await
    }

    /// Waits until an expression holds in the page.
    pub async fn until(&self, holds: &str) -> WebDriverResult<()> {
        let script = format!(
            "const done = arguments[0]; const look = () => ({holds}) ? done(true) : requestAnimationFrame(look); look();"
        );
        let limit = Instant::now() + Duration::from_secs(20);
        let waited = self.driver.execute_async(script, Vec::new()).await;
        assert!(waited.is_ok() && Instant::now() < limit, "never came to hold: {holds}");
        Ok(())
    }

    /// The value of an expression in the page.
    pub async fn ask(&self, expression: &str) -> WebDriverResult<Value> {
        Ok(self.driver.execute(format!("return {expression};"), Vec::new()).await?.json().clone())
    }

    pub async fn click(&self, selector: &str) -> WebDriverResult<()> {
        let element = self.driver.find(By::Css(selector)).await?;
        element.scroll_into_view().await?;
        element.click().await
    }

    pub async fn cdp(&self, command: &str, params: Value) -> WebDriverResult<Value> {
        self.driver.cdp().send_raw(command, params).await
    }

    /// Answers none of the addresses that are written so, from now on.
    pub async fn block(&self, patterns: &[&str]) -> WebDriverResult<()> {
        self.cdp("Network.enable", json!({})).await?;
        self.cdp("Network.setBlockedURLs", json!({ "urls": patterns })).await?;
        Ok(())
    }

    /// What the console has said since it was asked last.
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

/// Starts the driver on a port of its choice. It takes one for IPv4 and then the same for IPv6, and gives up if another
/// program has that: now and then, with many tests at once, so it is asked again.
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
