//! Every check there is, in the order in which they fail soonest. Knows how to start each, not what it checks.

pub(crate) mod budgets;

use anyhow::{Context, Result, bail};

use crate::run::{output, run};
use crate::tools::Tools;
use crate::{root, site};

type Check = fn(&Tools) -> Result<()>;

/// The parts of `cargo xtask test`, by name.
const PARTS: [(&str, Check); 9] = [
    ("format", format),
    ("lint", lint),
    ("native", native),
    ("hydrate", hydrate),
    ("build", build),
    ("html", html),
    ("readers", readers),
    ("budgets", |_| budgets::check(&root::dist())),
    ("site", in_browser),
];

/// What runs only when it is asked for: it takes browsers that not every machine has.
const ASKED: [(&str, Check); 1] = [("browsers", in_browsers)];

/// Runs all parts.
///
/// # Errors
///
/// The first part that fails.
pub fn all() -> Result<()> {
    let tools = Tools::ready()?;
    for (name, check) in PARTS {
        println!("\n== {name}");
        check(&tools)
            .with_context(|| format!("the part `{name}` failed; alone: `cargo xtask test {name}`"))?;
    }
    println!("\nevery check passed");
    Ok(())
}

/// Runs one part.
///
/// # Errors
///
/// If it fails, or there is none of that name.
pub fn one(name: &str) -> Result<()> {
    let parts = || PARTS.iter().chain(&ASKED);
    let Some((_, check)) = parts().find(|(part, _)| *part == name) else {
        let names: Vec<_> = parts().map(|(part, _)| *part).collect();
        bail!("there is no part `{name}`; there are {}", names.join(", "));
    };
    check(&Tools::ready()?)
}

fn format(tools: &Tools) -> Result<()> {
    run(&mut tools.command("cargo", &["fmt", "--all", "--check"]))
}

/// Clippy sees what the machine runs and what the browser runs.
fn lint(tools: &Tools) -> Result<()> {
    let native = ["clippy", "--quiet", "--workspace", "--all-targets", "--profile", "press"];
    run(tools.command("cargo", &native).args(["--", "-D", "warnings"]))?;
    let wasm =
        ["clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--features", "hydrate", "--all-targets"];
    run(tools.command("cargo", &wasm).args(["--", "-D", "warnings"]))
}

fn native(tools: &Tools) -> Result<()> {
    run(&mut tools.command("cargo", &["test", "--profile", "press", "--package", "chuhai", "--lib"]))?;
    run(&mut tools
        .command("cargo", &["test", "--profile", "press", "--package", "xtask", "--lib", "--test", "it"]))
}

/// Hydrates, in a browser, the very snapshots that the native tests hold the renderer to.
fn hydrate(tools: &Tools) -> Result<()> {
    let driver = chromedriver(tools)?;
    let words = ["test", "--target", "wasm32-unknown-unknown", "--features", "hydrate", "--test", "hydrate"];
    let mut tests = tools.command("cargo", &words);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    run(tests.env("CHROMEDRIVER", driver))
}

/// The project's own content, whatever the environment names.
fn build(_: &Tools) -> Result<()> {
    site::build(&site::Options { content: root::project().join("content"), ..site::Options::read(&[])? })
}

/// Every page of the built site, judged by a validator that nobody here wrote.
fn html(tools: &Tools) -> Result<()> {
    let config = root::project().join("xtask/html-validate.json");
    let validator = tools.npm("html-validate/bin/html-validate.mjs");
    let mut validate = tools.command("node", &[]);
    validate.arg(validator).arg("--config").arg(config).arg(root::dist().join("**/*.html"));
    run(&mut validate)
}

/// The built site as programs of others read it: citations, previews, data, lists and structured data.
fn readers(tools: &Tools) -> Result<()> {
    let mut tests = tools.command("node", &["--test"]);
    for name in ["citations", "previews", "data", "lists", "structured"] {
        tests.arg(format!("tests/readers/{name}.test.mjs"));
    }
    run(tests.env("DIST", root::dist()).env("NPM", tools.npm("")))
}

fn in_browser(tools: &Tools) -> Result<()> {
    let driver = chromedriver(tools)?;
    let axe = tools.npm("axe-core/axe.min.js");
    let mut tests =
        tools.command("cargo", &["test", "--profile", "press", "--package", "xtask", "--test", "site"]);
    run(tests.env("CHROMEDRIVER", driver).env("AXE", axe).env("NPM", tools.npm("")))
}

/// The same journeys in every browser whose driver is on the machine.
fn in_browsers(tools: &Tools) -> Result<()> {
    let drivers = [("chromium", "chromedriver"), ("firefox", "geckodriver"), ("webkit", "WebKitWebDriver")];
    let (found, missing): (Vec<_>, Vec<_>) = drivers.iter().partition(|(_, driver)| on_path(tools, driver));
    let names =
        |drivers: &[&(&str, &str)]| drivers.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
    println!("in {}; not on this machine: {}", names(&found), names(&missing));
    let mut tests =
        tools.command("cargo", &["test", "--profile", "press", "--package", "xtask", "--test", "browsers"]);
    run(tests.args(["--", "--test-threads=1"]).env("BROWSERS", names(&found)).env("NPM", tools.npm("")))
}

fn on_path(tools: &Tools, program: &str) -> bool {
    output(&mut tools.command(if cfg!(windows) { "where" } else { "which" }, &[program])).is_some()
}

/// The driver of the browser that the tests use; one of a user's own can be named in `CHROMEDRIVER`.
fn chromedriver(tools: &Tools) -> Result<String> {
    let driver = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    let found = output(&mut tools.command(if cfg!(windows) { "where" } else { "which" }, &[&driver]));
    found.context("chromedriver is missing; on Debian: `apt-get install chromium chromium-driver`")
}
