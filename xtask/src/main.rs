//! `cargo xtask`: a table of commands. Does nothing itself.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::site::Options;
use xtask::{bench, checks, made_up, map, prerender, published, root, site, sizes, tools};

const HELP: &str = "\
cargo xtask serve          read the story in a browser; reloads when content, style or code changes
cargo xtask test           run every check there is
cargo xtask build          write the release site to dist/
cargo xtask check-content  read content/ and report every mistake in it; takes a second
cargo xtask publish-ids    add new facts and sections to the list of published ids
cargo xtask prerender      what Trunk calls after it has built the WebAssembly: writes the pages
cargo xtask picture        make the README's picture anew from the built site
cargo xtask map            draw content/map.toml anew, from xtask/map.toml and Natural Earth
cargo xtask made-up DIR N  write a made-up story into a folder, N times as long as the real one
cargo xtask bench          measure the story and made-up ones beside the same article in other frameworks
cargo xtask sizes          what is in the WebAssembly, by crate and function, and how it has changed
cargo xtask clean-tools    remove the tools that these commands installed
cargo xtask help           this list

build takes  --smallest , which builds the standard library anew for the fewest bytes.
serve and build take  --content DIR  to build another content folder, and  --site-url URL  (or the environment
variable CHUHAI_SITE_URL): where the site will be, for the addresses in previews, feed and sitemap.
test takes one part's name to run that alone: format, lint, native, hydrate, build, html, readers, site, budgets; and
one that runs only so: browsers, the same journeys in Chromium, Firefox and WebKitGTK, whichever have a driver here.
bench takes --quick (2 runs, no 100×), --runs N (half as many at 10×, one at 100×), --scale 1,10,100, and --harness
DIR or CHUHAI_BENCH: the folder of the harness that brings the peers. A run that is not quick writes the README's table.
sizes takes --record, which keeps the sizes that later ones are compared with.
The first run installs what is missing (Trunk, wasm-bindgen, wasm-opt and checkers) into one folder of the
project's own under your cache directory; it takes about ten minutes on two cores, once.";

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
        ["serve", options @ ..] => site::serve(&Options::read(options)?),
        ["build", options @ ..] => site::build(&Options::read(options)?),
        ["test"] => checks::all(),
        ["test", part] => checks::one(part),
        ["check-content"] => site::check_content(&root::content()),
        ["publish-ids"] => {
            let added = published::publish(&root::content(), &published::today())?;
            println!("{} new: {}", added.len(), added.join(" "));
            Ok(())
        }
        ["picture"] => site::picture(),
        ["map"] => {
            println!("content/map.toml has {} bytes", map::write()?);
            Ok(())
        }
        ["prerender"] => prerender::after_trunk(),
        ["made-up", folder, times] => made_up::write(folder.as_ref(), times.parse()?),
        ["bench", options @ ..] => bench::bench(options),
        ["sizes"] => sizes::print(),
        ["sizes", "--record"] => sizes::record(),
        ["clean-tools"] => tools::clean(),
        _ => bail!("there is no `cargo xtask {}`; `cargo xtask help` lists what there is", words.join(" ")),
    }
}
