//! Keeps one Chromium for each test that runs at a time, and gives every test a browser context in it.

#![expect(clippy::zombie_processes, reason = "the programs live as long as this process")]

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex};
use std::thread;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// Starts chromedriver, and ends it when standard input closes, as it does when the tests end in any way.
const DRIVER: &str = r#"trap : INT TERM
"${CHROMEDRIVER:-chromedriver}" --port=0 &
cat
kill $!"#;

/// Starts Chromium, which reads commands from file 3, and removes its files when that closes. Prefers the headless
/// shell: the same engine, faster without windows.
const CHROMIUM: &str = r#"trap : INT TERM
export TMPDIR="$(mktemp -d)"
chromium="${CHROMIUM:-$(command -v chromium-headless-shell || echo chromium)}"
"$chromium" "$@" --user-data-dir="$TMPDIR/profile" about:blank 3<&0 4>&1 </dev/null >/dev/null
rm -rf "$TMPDIR""#;

const OPTIONS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    // Makes the headless shell draw letters as Chromium does.
    "--font-render-hinting=none",
    "--disable-background-networking",
    "--window-size=1280,900",
    // The driver attaches to the port. Only the pipe may make browser contexts.
    "--remote-debugging-port=0",
    "--remote-debugging-pipe",
];

/// The shared driver and its port. Retries, because the port may be taken on IPv6.
static RUNNING_DRIVER: LazyLock<(Child, u16)> = LazyLock::new(|| {
    let start = || {
        let mut driver = shell(DRIVER, &[], Stdio::null());
        let port = port(driver.stdout.take()?, "started successfully on port ", '.')?;
        Some((driver, port))
    };
    (0..5).find_map(|_| start()).expect("chromedriver; on Debian: apt-get install chromium-driver")
});

/// Idle browsers.
static IDLE_BROWSERS: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

struct Chromium {
    pipe: Mutex<(ChildStdin, BufReader<ChildStdout>)>,
    port: u16,
}

impl Chromium {
    fn start() -> Self {
        let mut process = shell(CHROMIUM, &OPTIONS, Stdio::piped());
        let messages = process.stderr.take().expect("its messages");
        let port = port(messages, "DevTools listening on ws://127.0.0.1:", '/');
        let pipe = process.stdin.zip(process.stdout.map(BufReader::new)).expect("its pipes");
        let port = port.expect("Chromium; on Debian: apt-get install chromium");
        Self { pipe: Mutex::new(pipe), port }
    }

    /// Sends a command of the DevTools protocol to the browser, and returns the answer.
    fn send(&self, method: &str, params: Value) -> Value {
        let (to, from) = &mut *self.pipe.lock().expect("a lock");
        let command = json!({ "id": 1, "method": method, "params": params });
        to.write_all(format!("{command}\0").as_bytes()).expect("a browser that listens");
        let mut answer = Vec::new();
        from.read_until(0, &mut answer).expect("an answer");
        answer.pop();
        let answer: Value = serde_json::from_slice(&answer).expect("JSON");
        assert!(answer["error"].is_null(), "{method}: {answer}");
        answer["result"].clone()
    }
}

/// A browser context, like a private window, with storage, caches and workers of its own. Closes when dropped.
pub struct BrowserContext {
    /// `None` only while dropping.
    chromium: Option<Chromium>,
    id: String,
}

impl BrowserContext {
    pub fn new() -> Self {
        let idle = IDLE_BROWSERS.lock().expect("a lock").pop();
        let chromium = idle.unwrap_or_else(Chromium::start);
        let made = chromium.send("Target.createBrowserContext", json!({}));
        let id = made["browserContextId"].as_str().expect("an id").to_owned();
        Self { chromium: Some(chromium), id }
    }

    /// Opens a session of the driver, in a page of this context.
    pub async fn session(&self) -> WebDriverResult<WebDriver> {
        let mut caps = DesiredCapabilities::chrome();
        caps.set_debugger_address(&format!("127.0.0.1:{}", self.chromium().port))?;
        caps.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", RUNNING_DRIVER.1), caps).await?;
        driver.switch_to_window(self.open_page()).await?;
        Ok(driver)
    }

    /// Opens an empty page in this context.
    pub fn open_page(&self) -> WindowHandle {
        let page = json!({ "url": "about:blank", "browserContextId": self.id });
        let made = self.chromium().send("Target.createTarget", page);
        made["targetId"].as_str().expect("an id").into()
    }

    fn chromium(&self) -> &Chromium {
        self.chromium.as_ref().expect("a browser until it is dropped")
    }
}

impl Drop for BrowserContext {
    fn drop(&mut self) {
        // A failing test may leave a broken browser: it ends.
        if let Some(chromium) = self.chromium.take().filter(|_| !thread::panicking()) {
            chromium.send("Target.disposeBrowserContext", json!({ "browserContextId": self.id }));
            IDLE_BROWSERS.lock().expect("a lock").push(chromium);
        }
    }
}

fn shell(script: &str, arguments: &[&str], errors: Stdio) -> Child {
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(errors).spawn().expect("a shell")
}

/// Reads a port from a program's output: the number between these two texts.
fn port(output: impl Read, before: &str, after: char) -> Option<u16> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    lines.find_map(|line| line.split_once(before)?.1.split(after).next()?.parse().ok())
}
