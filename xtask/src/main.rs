//! `cargo xtask`: maps each command to its function.
#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, CommandFactory, Parser, Subcommand};
use generator::{id_registry, map, paths, prerender};
use xtask::build::{self, BuildOptions};
use xtask::screenshot::screenshot;
use xtask::serve::serve;
use xtask::wasm_build::Profile;
use xtask::{bench, bundle_report, checks, tools};

/// Builds, serves and checks a story.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_version_flag = true, after_help = TOOLS)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

const TOOLS: &str = "\
The first run installs missing tools (Trunk, wasm-bindgen, wasm-opt and checkers) into a folder of the project's own
under your cache directory. That takes about eight minutes on two cores, once.";

#[derive(Subcommand)]
enum Command {
    /// Serve the story; reload the browser when content, style or code changes
    Serve {
        #[command(flatten)]
        site: SiteArgs,
        /// The port to serve at
        // The last counts, because a restart adds the bound port.
        #[arg(long, value_name = "N", default_value_t = 8080, overrides_with = "port")]
        port: u16,
        /// Compile the program as for a release; this takes longer
        #[arg(long)]
        release: bool,
    },
    /// Run all checks, or one part: format, lint, unit, mount, build, html, consumers, budgets, e2e, cross-browser, or
    /// dependencies, which runs only when named
    Test {
        /// The part to run [default: all but dependencies]
        part: Option<String>,
        /// Run only tests whose names contain one of these
        names: Vec<String>,
        /// Check this story: its content, its build and its HTML
        #[arg(long, value_name = "DIR", conflicts_with = "names")]
        content: Option<PathBuf>,
    },
    /// Build the release site
    Build {
        #[command(flatten)]
        site: SiteArgs,
        /// The folder to write [default: dist]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Rebuild the standard library for the smallest WebAssembly
        #[arg(long)]
        smallest: bool,
    },
    /// Report every mistake in the content; takes a second
    CheckContent {
        #[command(flatten)]
        content: ContentArgs,
        /// Print a JSON array of the mistakes instead: file, line, column, expected, found, suggestion, rule
        #[arg(long)]
        json: bool,
    },
    /// Add new fact and section ids to ids.toml
    RegisterIds(ContentArgs),
    /// Write the pages; Trunk calls this after it has built the WebAssembly
    Prerender,
    /// Take the README's screenshots of the built site, or screenshots of another story
    Screenshot {
        /// Build and show this content instead of the built site
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// The folder to write the screenshots into [default: tests/screenshots]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Generate map.toml from map-source.toml and Natural Earth
    Map(ContentArgs),
    /// Compare the story with the same article in other frameworks; writes xtask/bench/RESULTS.md
    Bench {
        /// The folder of the harness, which is not in this repository. It renders the article in other frameworks, and
        /// measures them and the story
        #[arg(long, value_name = "DIR", env = "CHUHAI_BENCH")]
        harness: PathBuf,
        /// How often to load each site
        #[arg(long, value_name = "N", default_value_t = 7)]
        runs: usize,
    },
    /// List what is in the WebAssembly, by crate and function, and what has changed
    BundleReport {
        /// Save the sizes as the baseline of later reports
        #[arg(long)]
        record: bool,
    },
    /// Remove the tools that these commands installed
    CleanTools,
}

#[derive(Args)]
struct ContentArgs {
    /// The content folder [default: content]
    #[arg(long, value_name = "DIR", env = paths::CONTENT_ENV)]
    content: Option<PathBuf>,
}

impl ContentArgs {
    fn folder(&self) -> Result<PathBuf> {
        paths::resolve_content(self.content.as_deref())
    }
}

#[derive(Args)]
struct SiteArgs {
    #[command(flatten)]
    content: ContentArgs,
    /// The address of the published site, for previews, feed and sitemap
    #[arg(long, value_name = "URL", env = paths::SITE_URL_ENV)]
    site_url: Option<String>,
}

impl SiteArgs {
    fn build_options(&self) -> Result<BuildOptions> {
        BuildOptions::new(self.content.folder()?, self.site_url.as_deref())
    }
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Option<Command>) -> Result<()> {
    let Some(command) = command else { return Ok(Cli::command().print_help()?) };
    match command {
        Command::Serve { site, port, release } => {
            serve(site.build_options()?, port, if release { Profile::Release } else { Profile::Debug })
        }
        Command::Test { part: None, content: None, .. } => checks::all(),
        Command::Test { part: Some(part), names, content: None } => checks::run_part(&part, &names),
        Command::Test { part, content: Some(content), .. } => {
            checks::check_story(&paths::resolve_content(Some(&content))?, part.as_deref())
        }
        Command::Build { site, out, smallest } => {
            let out = paths::resolve_out(out.as_deref())?;
            build::build(&BuildOptions { smallest, out, ..site.build_options()? })
        }
        Command::CheckContent { content, json: false } => build::check_content(&content.folder()?),
        Command::CheckContent { content, json: true } => build::print_diagnostics_json(&content.folder()?),
        Command::RegisterIds(content) => {
            let added = id_registry::register(&content.folder()?, &id_registry::today())?;
            println!("{} new: {}", added.len(), added.join(" "));
            Ok(())
        }
        Command::Screenshot { content, out } => screenshot(content.as_deref(), out.as_deref()),
        Command::Map(content) => {
            let folder = content.folder()?;
            let bytes = map::write(&tools::Tools::install()?.npm(""), &folder)?;
            println!("{} has {bytes} bytes", folder.join("map.toml").display());
            Ok(())
        }
        Command::Prerender => prerender::trunk_post_build(),
        Command::Bench { harness, runs } => bench::bench(&harness, runs),
        Command::BundleReport { record: false } => bundle_report::print(),
        Command::BundleReport { record: true } => bundle_report::record(),
        Command::CleanTools => tools::clean(),
    }
}
