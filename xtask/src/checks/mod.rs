//! The parts of `cargo xtask test`, fastest to fail first.

pub(crate) mod budgets;

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::build::{self, BuildOptions};
use crate::tools::Tools;
use chuhai::routes::{Listing, Page};
use generator::command::{output, run};
use generator::ssr::SsrRenderer;
use generator::{paths, prerender};

/// How a part runs.
#[derive(Clone, Copy)]
enum Check {
    /// A single check.
    Single(fn(&Tools) -> Result<()>),
    /// Tests, which can be chosen by name.
    Tests(fn(&Tools, names: &[String]) -> Result<()>),
}

use Check::{Single, Tests};

/// The parts of `cargo xtask test`, by name.
const PARTS: [(&str, Check); 10] = [
    ("format", Single(format)),
    ("lint", Single(lint)),
    ("unit", Tests(unit)),
    ("mount", Single(mount)),
    ("build", Single(build)),
    ("html", Single(html)),
    ("consumers", Single(consumers)),
    ("budgets", Single(|_| budgets::check(&paths::dist()))),
    ("e2e", Tests(e2e)),
    ("cross-browser", Tests(cross_browser)),
];

/// Parts that run only when named, because they need cargo-deny and network access.
const OPTIONAL_PARTS: [(&str, Check); 1] = [("dependencies", Single(dependencies))];

/// Runs all parts of [`PARTS`].
///
/// # Errors
///
/// If a part fails. Later parts do not run.
pub fn all() -> Result<()> {
    let tools = Tools::install()?;
    let began = Instant::now();
    for (at, (name, check)) in PARTS.iter().enumerate() {
        println!("\n== {name}, {} of {}", at + 1, PARTS.len());
        let part_began = Instant::now();
        check
            .run(&tools, &[])
            .with_context(|| format!("the part `{name}` failed; alone: `cargo xtask test {name}`"))?;
        println!("{name}: {} s", part_began.elapsed().as_secs());
    }
    println!("\nevery check passed, in {} min", began.elapsed().as_secs().div_ceil(60));
    Ok(())
}

impl Check {
    fn run(self, tools: &Tools, names: &[String]) -> Result<()> {
        match self {
            Single(check) if names.is_empty() => check(tools),
            Single(_) => bail!("this part has no tests to name, and `{}` was named", names.join(" ")),
            Tests(check) => check(tools, names),
        }
    }
}

/// Runs one part. With `names`, only tests whose names contain one of them.
///
/// # Errors
///
/// If the part fails or is unknown.
pub fn run_part(name: &str, names: &[String]) -> Result<()> {
    let parts = || PARTS.iter().chain(&OPTIONAL_PARTS);
    let Some((_, check)) = parts().find(|(part, _)| *part == name) else {
        let names: Vec<_> = parts().map(|(part, _)| *part).collect();
        bail!("there is no part `{name}`; there are {}", names.join(", "));
    };
    check.run(&Tools::install()?, names)
}

/// Checks any story: builds it into `target/story` and validates its HTML. The part `build` does not validate.
///
/// # Errors
///
/// If the part fails or is unknown.
pub fn check_story(content: &Path, part: Option<&str>) -> Result<()> {
    if let Some(other) = part.filter(|part| !matches!(*part, "build" | "html")) {
        bail!("with --content there are the parts build and html, not `{other}`");
    }
    let tools = Tools::install()?;
    let out = paths::project().join("target/story");
    // For the part `html` too, because the folder may hold another story.
    let options = BuildOptions::new(content.to_owned(), None)?;
    build::build(&BuildOptions { out: out.clone(), ..options })?;
    if part != Some("build") {
        html_of(&out, &tools)?;
    }
    Ok(())
}

fn format(tools: &Tools) -> Result<()> {
    run(&mut tools.command("cargo", &["fmt", "--all", "--check"]))
}

/// Runs Clippy for the host target and for WebAssembly, and oxlint for scripts.
fn lint(tools: &Tools) -> Result<()> {
    let host = ["clippy", "--quiet", "--workspace", "--all-targets", "--profile", "xtask"];
    run(tools.command("cargo", &host).args(["--", "-D", "warnings"]))?;
    write_mount_pages()?;
    let wasm =
        ["clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--features", "csr", "--all-targets"];
    run(tools.command("cargo", &wasm).args(["--", "-D", "warnings"]))?;
    run(&mut tools.command("oxlint", &["--deny-warnings", "src/js", "xtask", "tests"]))
}

fn unit(tools: &Tools, names: &[String]) -> Result<()> {
    // One command, so that cargo compiles every package with the same features.
    let packages = ["--package", "chuhai", "--package", "generator", "--package", "xtask"];
    let tests = [&["test", "--profile", "xtask"][..], &packages, &["--lib", "--test", "unit", "--"]].concat();
    find_tests(tools, &tests, names)?;
    run(tools.command("cargo", &tests).args(names))
}

/// Fails if a name is in no test's name: `cargo test` passes then. `tests` are cargo's arguments.
fn find_tests(tools: &Tools, tests: &[&str], names: &[String]) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let list = tools.command("cargo", tests).arg("--list").stderr(Stdio::inherit()).output()?;
    ensure!(list.status.success(), "the tests cannot be listed");
    let list = String::from_utf8_lossy(&list.stdout);
    let all: Vec<_> = list.lines().filter_map(|line| line.strip_suffix(": test")).collect();
    // An option is for the tests' own program.
    for name in names.iter().filter(|name| !name.starts_with('-')) {
        ensure!(all.iter().any(|test| test.contains(name.as_str())), "no test has `{name}` in its name");
    }
    Ok(())
}

/// Mounts the islands of three pages in a browser.
fn mount(tools: &Tools) -> Result<()> {
    write_mount_pages()?;
    let driver = chromedriver(tools)?;
    let arguments = ["test", "--target", "wasm32-unknown-unknown", "--features", "csr", "--test", "mount"];
    let mut tests = tools.command("cargo", &arguments);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    run(tests.env("CHROMEDRIVER", driver))
}

/// Renders the pages that `tests/mount.rs` includes.
fn write_mount_pages() -> Result<()> {
    let story = prerender::story(&paths::project().join("tests/content/two-boats"))?;
    let fact = story.facts_in_order().next().context("the story has no fact")?;
    let renderer = SsrRenderer::new()?;
    let pages =
        [("story", Page::Story), ("fact", Page::Fact(fact)), ("facts", Page::Listing(Listing::Facts))];
    for (name, page) in pages {
        let body = renderer.render(page.document(&story, &page.root(&story)).body);
        paths::write_file(&paths::project().join(format!("target/mount/{name}.html")), body)?;
    }
    Ok(())
}

/// Builds the project's own content, ignoring `CHUHAI_CONTENT`.
fn build(_: &Tools) -> Result<()> {
    build::build(&BuildOptions::new(paths::project().join("content"), None)?)
}

/// Validates every page of the built site with html-validate.
fn html(tools: &Tools) -> Result<()> {
    html_of(&paths::dist(), tools)
}

fn html_of(site_dir: &Path, tools: &Tools) -> Result<()> {
    let config = paths::project().join("xtask/html-validate.json");
    let validator = tools.npm("html-validate/bin/html-validate.mjs");
    let mut validate = tools.command("node", &[]);
    validate.arg(validator).arg("--config").arg(config).arg(site_dir.join("**/*.html"));
    run(&mut validate)
}

/// Reads the built site with third-party parsers: citations, previews, data, feed, sitemap, JSON-LD.
fn consumers(tools: &Tools) -> Result<()> {
    let folder = paths::project().join("tests/consumers");
    let files = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = files.map(|file| file.map(|file| file.path())).collect::<Result<Vec<_>, _>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut tests = tools.command("node", &["--test"]);
    run(tests.args(files).env("DIST", paths::dist()).env("NPM", tools.npm("")))
}

fn e2e(tools: &Tools, names: &[String]) -> Result<()> {
    let driver = chromedriver(tools)?;
    let axe = tools.npm("axe-core/axe.min.js");
    let tests = ["test", "--profile", "xtask", "--package", "xtask", "--test", "e2e", "--"];
    find_tests(tools, &tests, names)?;
    let mut tests = tools.command("cargo", &tests);
    run(tests.args(names).env("CHROMEDRIVER", driver).env("AXE", axe).env("NPM", tools.npm("")))
}

/// Runs the journeys in every browser whose driver is installed. WebKitGTK needs a display; xvfb provides one.
fn cross_browser(tools: &Tools, names: &[String]) -> Result<()> {
    let has_display = std::env::var_os("DISPLAY").is_some();
    let has_xvfb = on_path(tools, "xvfb-run");
    let drivers = [("chromium", "chromedriver"), ("firefox", "geckodriver"), ("webkit", "WebKitWebDriver")];
    let can_start = |name: &str| match name {
        "firefox" => on_path(tools, "firefox") || on_path(tools, "firefox-esr"),
        "webkit" => has_display || has_xvfb,
        _ => true,
    };
    let (found, missing): (Vec<_>, Vec<_>) =
        drivers.iter().partition(|(name, driver)| on_path(tools, driver) && can_start(name));
    let list =
        |drivers: &[&(&str, &str)]| drivers.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
    println!("in {}; not on this machine: {}", list(&found), list(&missing));
    let mut arguments = if has_display || !has_xvfb { vec![] } else { vec!["xvfb-run", "--auto-servernum"] };
    let cargo = ["test", "--profile", "xtask", "--package", "xtask", "--test", "cross-browser", "--"];
    find_tests(tools, &cargo, names)?;
    arguments.push("cargo");
    arguments.extend(cargo);
    arguments.push("--test-threads=1");
    let mut tests = tools.command(arguments.remove(0), &arguments);
    run(tests.args(names).env("BROWSERS", list(&found)).env("NPM", tools.npm("")))
}

/// Checks licences, versions, sources and known vulnerabilities of all dependencies. Needs cargo-deny and its database.
fn dependencies(tools: &Tools) -> Result<()> {
    run(&mut tools.command("cargo", &["deny", "--workspace", "check"]))
        .context("`cargo install cargo-deny --locked` installs it")
}

fn on_path(tools: &Tools, program: &str) -> bool {
    find_program(tools, program).is_some()
}

/// The path of a program, if it is on the PATH.
fn find_program(tools: &Tools, program: &str) -> Option<String> {
    output(&mut tools.command(if cfg!(windows) { "where" } else { "which" }, &[program]))
}

/// The path of chromedriver, or of the driver that `CHROMEDRIVER` names.
fn chromedriver(tools: &Tools) -> Result<String> {
    let driver = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    find_program(tools, &driver)
        .context("chromedriver is missing; on Debian: `apt-get install chromium chromium-driver`")
}
