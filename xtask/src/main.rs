//! `cargo xtask`: maps each command to its function.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use anyhow::{Result, bail};
use generator::{id_registry, map, paths, prerender, synthetic_content};
use xtask::build::{self, BuildOptions};
use xtask::screenshot::screenshot;
use xtask::serve::serve;
use xtask::{bench, checks, sizes, tools};

const HELP: &str = "\
cargo xtask serve          serve the story; reload the browser when content, style or code changes
cargo xtask test           run all checks
cargo xtask build          build the release site into dist/
cargo xtask check-content  report every mistake in content/; takes a second
cargo xtask register-ids   add new fact and section ids to content/ids.toml
cargo xtask prerender      write the pages; Trunk calls this after it has built the WebAssembly
cargo xtask screenshot     take the README's screenshot of the built site
cargo xtask map            generate content/map.toml from xtask/map.toml and Natural Earth
cargo xtask generate-content DIR N
                           write a synthetic story into DIR, N times as long as the real one
cargo xtask bench          compare the story and synthetic ones with the same article in other frameworks
cargo xtask bundle-report  list what is in the WebAssembly, by crate and function, and what has changed
cargo xtask clean-tools    remove the tools that these commands installed
cargo xtask help           print this list

build takes --smallest, which rebuilds the standard library for the smallest WebAssembly.
serve and build take --content DIR, the content folder to build, and --site-url URL (or the environment variable
CHUHAI_SITE_URL), the address of the published site for previews, feed and sitemap.
test takes the name of one part: format, lint, unit, mount, build, html, consumers, budgets, e2e. The part
cross-browser runs only when named: the same journeys in Chromium, Firefox and WebKitGTK, where a driver is installed.
bench takes --quick (2 runs, no 100×), --runs N (half as many at 10×, one at 100×), --scale 1,10,100, and --harness DIR
or CHUHAI_BENCH, the folder of the harness that builds the peers. A run without --quick updates src/decisions/loading-figures.md.
bundle-report takes --record, which saves the sizes as the baseline of later reports.
The first run installs missing tools (Trunk, wasm-bindgen, wasm-opt and checkers) into a folder of the project's own
under your cache directory. That takes about ten minutes on two cores, once.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match act(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn act(words: &[&str]) -> Result<()> {
    match words {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => serve(&BuildOptions::parse(options)?),
        ["build", options @ ..] => build::build(&BuildOptions::parse(options)?),
        ["test"] => checks::all(),
        ["test", part] => checks::one(part),
        ["check-content"] => build::check_content(&paths::content()),
        ["register-ids"] => {
            let added = id_registry::register(&paths::content(), &id_registry::today())?;
            println!("{} new: {}", added.len(), added.join(" "));
            Ok(())
        }
        ["screenshot"] => screenshot(),
        ["map"] => {
            println!("content/map.toml has {} bytes", map::write(&tools::Tools::ready()?.npm(""))?);
            Ok(())
        }
        ["prerender"] => prerender::after_trunk(),
        ["generate-content", folder, times] => synthetic_content::generate(folder.as_ref(), times.parse()?),
        ["bench", options @ ..] => bench::bench(options),
        ["bundle-report"] => sizes::print(),
        ["bundle-report", "--record"] => sizes::record(),
        ["clean-tools"] => tools::clean(),
        _ => bail!("there is no `cargo xtask {}`; `cargo xtask help` lists what there is", words.join(" ")),
    }
}
