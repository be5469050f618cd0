//! Drives any browser that has a WebDriver.

use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::process::Process;
use crate::server::{ServerOptions, TestServer};

/// A driver: the browser's name in `BROWSERS`, the program, and the session's capabilities.
type Driver = (&'static str, &'static str, fn() -> Value);

const DRIVERS: [Driver; 3] = [
    (
        "chromium",
        "chromedriver",
        || json!({ "browserName": "chrome", "goog:chromeOptions": { "args": ["--headless=new", "--no-sandbox", "--disable-gpu"] } }),
    ),
    (
        "firefox",
        "geckodriver",
        || json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"] } }),
    ),
    (
        "webkit",
        "WebKitWebDriver",
        || json!({ "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] } }),
    ),
];

/// A browser with a test server of its own.
pub struct Browser {
    pub name: &'static str,
    pub driver: WebDriver,
    pub server: TestServer,
    /// Dropped last, so that the session can end first.
    _process: Process,
}

/// Starts each browser that `BROWSERS` names, and opens the story.
pub async fn browsers() -> WebDriverResult<Vec<Browser>> {
    let named = std::env::var("BROWSERS").unwrap_or_else(|_| "chromium".to_owned());
    let mut browsers = Vec::new();
    for (name, program, capabilities) in DRIVERS {
        if named.split(' ').any(|other| other == name) {
            browsers.push(Browser::new(name, program, capabilities()).await?);
        }
    }
    assert!(!browsers.is_empty(), "BROWSERS names none that is known: {named}");
    Ok(browsers)
}

impl Browser {
    async fn new(name: &'static str, program: &str, capabilities: Value) -> WebDriverResult<Self> {
        let port = free_port();
        let mut command = Command::new(program);
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        let process = Process::start(&mut command).unwrap_or_else(|error| panic!("{program}: {error}"));
        let mut caps = Capabilities::new();
        for (key, value) in capabilities.as_object().into_iter().flatten() {
            caps.set(key, value)?;
        }
        let limit = Instant::now() + Duration::from_secs(30);
        // The driver takes a moment to listen.
        let driver = loop {
            match WebDriver::new(format!("http://127.0.0.1:{port}"), caps.clone()).await {
                Ok(driver) => break driver,
                Err(error) if Instant::now() > limit => panic!("{name} does not start: {error}"),
                Err(_) => tokio::task::yield_now().await,
            }
        };
        driver.set_window_rect(0, 0, 1280, 900).await?;
        driver.set_script_timeout(Duration::from_secs(30)).await?;
        let browser =
            Self { name, driver, server: TestServer::start(ServerOptions::default()), _process: process };
        browser.open("/").await?;
        Ok(browser)
    }

    /// Opens a page, starts the program, and waits for every island.
    pub async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.server.address)).await?;
        self.wait_for("document.documentElement.dataset.ready !== undefined").await?;
        self.driver.execute("document.dispatchEvent(new Event('pointerdown'))", Vec::new()).await?;
        self.wait_for("!document.querySelector('[data-island]:not([data-alive])')").await
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_for(&self, holds: &str) -> WebDriverResult<()> {
        let script = format!(
            "const done = arguments[0]; const look = () => ({holds}) ? done(true) : setTimeout(look, 20); look();"
        );
        let waited = self.driver.execute_async(script, Vec::new()).await;
        assert!(waited.is_ok(), "never became true in {}: {holds}: {:?}", self.name, waited.err());
        Ok(())
    }

    /// Evaluates an expression in the page.
    pub async fn evaluate(&self, expression: &str) -> WebDriverResult<Value> {
        Ok(self.driver.execute(format!("return {expression};"), Vec::new()).await?.json().clone())
    }

    pub async fn find(&self, selector: &str) -> WebDriverResult<WebElement> {
        self.driver.find(By::Css(selector)).await
    }

    pub async fn click(&self, selector: &str) -> WebDriverResult<()> {
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        element.click().await
    }
}

/// The path of MiniBrowser, which WebKitGTK's driver runs, on Debian.
fn mini_browser() -> String {
    let folder = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let versions = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found = versions.map(|version| version.path().join("MiniBrowser")).filter(|path| path.exists());
    found.next().map(|path| path.display().to_string()).unwrap_or_default()
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|port| port.local_addr()).expect("a port").port()
}
