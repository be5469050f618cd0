//! The development server: rebuilds on change and reloads open pages.

mod server;
mod site;
mod state;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use generator::command::{command, run};
use generator::paths::{self, DEFAULT_SITE_URL};
use generator::prerender;
use notify::event::EventKind::{Access, Any, Create, Modify, Other, Remove};
use notify::{Event, RecursiveMode, Watcher};

use self::site::SiteBuilder;
use self::state::ServeState;
use crate::build::BuildOptions;
use crate::embed_hosts::{EmbedHosts, EmbeddedFact};
use crate::tools::Tools;
use crate::wasm_build::{IGNORED, Profile};

/// The time without changes until the site is rebuilt.
const DEBOUNCE: Duration = Duration::from_millis(50);
/// The time without changes until images are checked.
const IDLE_DELAY: Duration = Duration::from_millis(500);

/// Serves the story at a port. Rebuilds and reloads it when content, style or code changes. Prints mistakes in the
/// content and shows them over the open page. A second server has host pages that embed the site.
///
/// # Errors
///
/// If the port is busy, or a tool is missing.
pub fn serve(options: BuildOptions, port: u16, profile: Profile) -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        anyhow!("cannot serve at port {port}: {error}; `cargo xtask serve --port N` takes another port")
    })?;
    // Read first, because after a build replaces the file, the system reports it as deleted.
    let executable = std::env::current_exe()?;
    // The bound one, because 0 asks for any free port.
    let port = listener.local_addr()?.port();
    let address = format!("http://127.0.0.1:{port}/");
    let site_url = if options.site_url == DEFAULT_SITE_URL { address.clone() } else { options.site_url };
    let tools = Tools::install()?;
    let embedded = match prerender::story(&options.content) {
        Ok(story) => EmbeddedFact::first(&story),
        Err(_) => {
            println!("the content has mistakes: host pages show no fact until the next start");
            None
        }
    };
    let hosts = EmbedHosts::start(&address, embedded.unwrap_or_default(), &tools.npm(""), false)?;
    println!("the story: {address}\nhost pages that embed it: {}/", hosts.address);

    let state = ServeState::new();
    let _server = server::start(listener, state.clone())?;
    let (changes, changed) = mpsc::channel();
    // Only changes, because the builder's own reads would delay images for ever.
    let mut watcher = notify::recommended_watcher(move |event| {
        if let Some(change) = change_kind(event) {
            // Nobody receives it at the end.
            let _ = changes.send(change);
        }
    })?;
    let mut watch = |folder: &Path, mode| {
        watcher.watch(folder, mode).with_context(|| format!("cannot watch {}", folder.display()))
    };
    for folder in STYLE.into_iter().chain(CODE).map(project_file).chain([options.content.clone()]) {
        watch(&folder, RecursiveMode::Recursive)?;
    }
    // Watches the folder, not CODE_FILES: many editors replace files, which ends a watch of the file.
    watch(&paths::project(), RecursiveMode::NonRecursive)?;
    // Not `dist/`, which contains only release builds.
    let folder = project_file(&format!("target/served/{port}"));
    let builder = SiteBuilder { content: options.content, site_url, profile, folder, tools, state };
    let mut served = builder.build(true);
    loop {
        let change = match &served {
            // Images wait until nothing changes, because pages are more urgent.
            Some(_) => changed.recv_timeout(IDLE_DELAY),
            None => changed.recv().map_err(Into::into),
        };
        let mut change = match change {
            Ok(change) => change,
            Err(RecvTimeoutError::Timeout) => {
                served.take().into_iter().for_each(|story| builder.add_images(&story));
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        // One save may cause several events.
        while let Ok(next) = changed.recv_timeout(DEBOUNCE) {
            change = change.max(next);
        }
        match change {
            Change::Content => served = builder.build(false),
            Change::Style => served = builder.build(true),
            // xtask renders the pages, so it is recompiled too.
            Change::Code if compile().is_ok() => restart(&executable, port)?,
            Change::Code => builder.state.set_failure("The code does not compile: see the terminal."),
        }
    }
}

/// Styles and scripts.
const STYLE: [&str; 2] = ["style", "src/js"];
/// Folders with sources of xtask and of the browser's program.
const CODE: [&str; 5] = ["src", "generator/src", "generator/fonts", "generator/hosting", "xtask/src"];
/// Source files in the project's folder.
const CODE_FILES: [&str; 4] = ["Cargo.lock", "Cargo.toml", "Trunk.toml", "index.html"];

/// The kinds of change, in ascending order of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Content,
    Style,
    Code,
}

/// The largest change in an event. `None` for reads, documentation, other files of the project, and errors of the
/// watcher, which are printed.
fn change_kind(event: notify::Result<Event>) -> Option<Change> {
    let event = event.inspect_err(|error| eprintln!("error: some changes go unnoticed: {error}"));
    let event = event.ok().filter(|event| match event.kind {
        Create(_) | Modify(_) | Remove(_) => true,
        Access(_) | Any | Other => false,
    })?;
    let is_in =
        |path: &Path, places: &[&str]| places.iter().any(|place| path.starts_with(project_file(place)));
    let kinds = event.paths.iter().filter_map(|path| match path {
        path if path.ends_with("README.md") => None,
        path if is_in(path, &STYLE) => Some(Change::Style),
        path if is_in(path, &IGNORED) => None,
        path if is_in(path, &CODE) || is_in(path, &CODE_FILES) => Some(Change::Code),
        path if path.parent() == Some(&*paths::project()) => None,
        _ => Some(Change::Content),
    });
    kinds.max()
}

fn project_file(name: &str) -> PathBuf {
    paths::project().join(name)
}

fn compile() -> Result<()> {
    run(&mut command("cargo", &["build", "--profile", "xtask", "--package", "xtask"]))
}

/// Replaces this process by the new program. Open pages reconnect to the same port.
fn restart(executable: &Path, port: u16) -> Result<()> {
    let mut new = Command::new(executable);
    new.args(std::env::args_os().skip(1)).args(["--port", &port.to_string()]);
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut new).into());
    #[cfg(not(unix))]
    {
        println!("the code has changed: end this command and start it again");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use notify::EventKind;
    use notify::event::{AccessKind, AccessMode, ModifyKind};

    use super::*;

    #[test]
    fn documentation_changes_nothing_and_embedded_files_are_code() {
        let change = |file: &str| {
            let event = Event::new(EventKind::Modify(ModifyKind::Any)).add_path(project_file(file));
            change_kind(Ok(event))
        };
        for file in
            ["src/README.md", "src/decisions/build-time.md", "generator/fonts/README.md", "dist", "LICENSE"]
        {
            assert_eq!(change(file), None, "{file}");
        }
        for file in ["src/main.rs", "generator/hosting/nginx.conf", "Cargo.lock"] {
            assert_eq!(change(file), Some(Change::Code), "{file}");
        }
        assert_eq!(change("src/js/boot.js"), Some(Change::Style));
        assert_eq!(change("content/story.toml"), Some(Change::Content));
    }

    #[test]
    fn reading_a_file_is_no_change() {
        let file = project_file("content/story.toml");
        for kind in
            [AccessKind::Read, AccessKind::Open(AccessMode::Read), AccessKind::Close(AccessMode::Write)]
        {
            let event = Event::new(EventKind::Access(kind)).add_path(file.clone());
            assert_eq!(change_kind(Ok(event)), None, "{kind:?}");
        }
    }
}
