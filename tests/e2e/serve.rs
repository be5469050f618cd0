//! `cargo xtask serve`: an open page follows its content, and shows the mistakes in it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use generator::paths::{copy_folder, project};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::process::Process;

const OVERLAY: &str = "document.querySelector('section[role=alert]')";

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("a file of the fixture");
    assert!(text.contains(from), "{from}");
    fs::write(file, text.replacen(from, to, 1)).expect("a file that can be written");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_follows_its_content_keeps_its_cards_open_and_shows_mistakes() -> WebDriverResult<()> {
    let content = TempDir::new().expect("a folder");
    copy_folder(&project().join("tests/content/two-boats"), content.path()).expect("a copy");
    let port = free_port();
    let mut serve = Command::new(env!("CARGO_BIN_EXE_xtask"));
    serve.args(["serve", "--release", "--port", &port.to_string(), "--content"]).arg(content.path());
    let mut serving =
        Process::start(serve.stdout(Stdio::piped()).stderr(Stdio::null())).expect("the command");
    let mut output = BufReader::new(serving.out().expect("its output")).lines().map_while(Result::ok);
    assert!(output.any(|line| line.starts_with("the story: ")), "it ended before it served");

    let browser = Browser::new(BrowserOptions::default()).await?;
    let address = format!("http://127.0.0.1:{port}/");
    browser.driver.goto(&address).await?;
    browser.wait_across_reloads("document.querySelector('h1') !== null").await?;
    browser.click(".fact summary").await?;
    browser.wait_across_reloads("document.querySelector('.fact details').open").await?;

    let section = content.path().join("sections/harbour.md");
    edit(&section, "(@heron)", "(@herron)");
    browser.wait_across_reloads(&format!("{OVERLAY}?.textContent.includes('did you mean `heron`?')")).await?;
    edit(&section, "(@herron)", "(@heron)");
    browser
        .wait_across_reloads(&format!("document.querySelector('.fact details')?.open && !{OVERLAY}"))
        .await?;
    let story = content.path().join("story.toml");
    edit(&story, "title = \"", "title = \"Anew: ");
    browser.wait_across_reloads("document.querySelector('h1')?.textContent.startsWith('Anew: ')").await?;
    browser.wait_across_reloads("document.querySelector('.fact details').open").await?;

    // The program of a page fetches data as it starts.
    let fetches = "self.data = fetch('/facts.json').then((data) => data.text())";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": fetches })).await?;
    let fact = content.path().join("facts/outward/heron-speed.toml");
    edit(&fact, "The Heron was quick", "The Heron was swift");
    browser.wait_across_reloads("document.querySelector('main')?.textContent.includes('was swift')").await?;
    let data = browser.evaluate("self.data").await?;
    assert!(data.as_str().is_some_and(|data| data.contains("was swift")), "the page is newer than its data");
    Ok(())
}
