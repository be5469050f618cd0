//! Uses installed tools of the right version, and installs the others into the user's cache.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use generator::command::{command, output, run, run_with_progress};
use generator::paths::remove_folder;

/// The compilation target of the browser's program.
const TARGET: &str = "wasm32-unknown-unknown";

/// The path of esbuild in npm's folder.
pub const ESBUILD: &str = ".bin/esbuild";

/// A tool that cargo installs.
struct CargoTool {
    name: &'static str,
    /// The name on the PATH.
    binary: &'static str,
    version: fn(&TrunkConfig) -> &str,
    options: &'static [&'static str],
    install_time: &'static str,
}

const CARGO_TOOLS: [CargoTool; 2] = [
    // Without its updater, which uses the network.
    CargoTool {
        name: "trunk",
        binary: "trunk",
        version: |config| config.trunk_version.trim_start_matches('='),
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        install_time: "two minutes",
    },
    // Without `--locked`, because its lock file does not build.
    CargoTool {
        name: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: |config| &config.tools.wasm_bindgen,
        options: &[],
        install_time: "a minute",
    },
];

/// The versions of tools in Trunk.toml.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct TrunkConfig {
    trunk_version: String,
    tools: TrunkTools,
}

#[derive(Deserialize)]
struct TrunkTools {
    wasm_bindgen: String,
}

/// The installed tools.
#[derive(Clone, Debug)]
pub struct Tools {
    path: OsString,
    npm: PathBuf,
}

impl Tools {
    /// Finds or installs each tool.
    ///
    /// # Errors
    ///
    /// If a tool is missing, with the command that installs it, in one line.
    pub fn install() -> Result<Self> {
        install_target()?;
        let config = toml::from_str(include_str!("../../Trunk.toml")).context("in Trunk.toml")?;
        let mut folders = Vec::new();
        for tool in &CARGO_TOOLS {
            folders.extend(install_cargo_tool(tool, &config)?);
        }
        let npm = install_npm_packages()?;
        folders.push(npm.join("node_modules/.bin"));
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(folders.into_iter().chain(env::split_paths(&inherited)))?;
        Ok(Self { path, npm })
    }

    /// A command that finds these tools first and keeps Trunk offline.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = command(program, arguments);
        command.env("PATH", &self.path).env("TRUNK_OFFLINE", "true").env_remove("NO_COLOR");
        command
    }

    /// The path of a file in npm's folder.
    pub fn npm(&self, file: &str) -> PathBuf {
        self.npm.join("node_modules").join(file)
    }
}

/// Removes all tools that xtask installed.
///
/// # Errors
///
/// If the folder cannot be removed.
pub fn clean() -> Result<()> {
    let folder = folder()?;
    remove_folder(&folder)?;
    println!("removed {}", folder.display());
    Ok(())
}

fn folder() -> Result<PathBuf> {
    let cache = dirs::cache_dir().context("no cache directory is known for this user; set HOME")?;
    Ok(cache.join("chuhai").join("tools"))
}

fn install_target() -> Result<()> {
    let library = output(&mut command("rustc", &["--print", "target-libdir", "--target", TARGET]));
    if library.is_some_and(|folder| Path::new(&folder).exists()) {
        return Ok(());
    }
    println!("adding the target {TARGET} (half a minute, once)");
    run(&mut command("rustup", &["target", "add", TARGET]))
        .with_context(|| format!("the target {TARGET} is missing; with rustup: `rustup target add {TARGET}`"))
}

/// Installs the source of the standard library and its dependencies, to rebuild it. Trunk is offline and cannot fetch
/// them.
///
/// # Errors
///
/// If they are missing and cannot be installed.
pub fn install_std_source() -> Result<()> {
    let root = output(&mut command("rustc", &["--print", "sysroot"])).context("rustc is missing")?;
    let library = Path::new(root.trim()).join("lib/rustlib/src/rust/library");
    if !library.exists() {
        println!("adding the source of the standard library (half a minute, once)");
        run(&mut command("rustup", &["component", "add", "rust-src"])).context(
            "the standard library's source is missing; with rustup: `rustup component add rust-src`",
        )?;
    }
    let mut fetch = command("cargo", &["fetch", "--locked", "--quiet", "--manifest-path"]);
    fetch.arg(library.join("Cargo.toml")).env("RUSTC_BOOTSTRAP", "1");
    run(&mut fetch).context("the crates that the standard library is built of are missing")
}

/// The folder of the tool, or `None` if the PATH has the right version.
fn install_cargo_tool(tool: &CargoTool, config: &TrunkConfig) -> Result<Option<PathBuf>> {
    let CargoTool { name, binary, options, install_time, .. } = tool;
    let version = (tool.version)(config);
    let fits = |program: &Path| {
        output(Command::new(program).arg("--version"))
            .is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
    };
    if fits(Path::new(binary)) {
        return Ok(None);
    }
    let root = folder()?.join(format!("{binary}-{version}"));
    let bin = root.join("bin");
    if !fits(&bin.join(binary)) {
        println!("installing {name} {version} (about {install_time} on two cores, once)");
        // Without optimization: it compiles faster, and builds are hardly slower (src/decisions/build-time.md).
        let mut install =
            command("cargo", &["install", name, "--version", version, "--debug", "--quiet", "--root"]);
        install.arg(&root).args(*options).env("CARGO_PROFILE_DEV_DEBUG", "0").env_remove("CARGO_TARGET_DIR");
        run_with_progress(&mut install).with_context(|| {
            format!(
                "{name} is missing; a C compiler is needed to build it: `apt-get install build-essential`"
            )
        })?;
    }
    Ok(Some(bin))
}

/// Installs the packages in our `package.json`, verified by the hashes in `package-lock.json`.
fn install_npm_packages() -> Result<PathBuf> {
    let lock = include_str!("../package-lock.json");
    npm_install(include_str!("../package.json"), Some(lock), "wasm-opt and the checkers")
}

/// The oldest version of Node.js that runs the packages: major and minor.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Checks the output of `node --version`, such as `v20.19.0`.
///
/// # Errors
///
/// If Node.js is missing or too old.
fn check_node(version: Option<&str>) -> Result<()> {
    let Some(version) = version else {
        bail!("Node.js is missing, which runs wasm-opt and the checkers: `apt-get install nodejs npm`");
    };
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|number| number.parse().ok());
    let found = numbers.next().zip(numbers.next());
    let (major, minor) = OLDEST_NODE;
    ensure!(
        found.is_some_and(|found| found >= OLDEST_NODE),
        "expected Node.js {major}.{minor} or newer, found {version}; https://nodejs.org has newer ones"
    );
    Ok(())
}

/// Installs a `package.json`, with its lock if given, into a folder named by their hash.
///
/// # Errors
///
/// If Node.js is missing or too old, or npm cannot install.
pub fn npm_install(package: &str, lock: Option<&str>, what: &str) -> Result<PathBuf> {
    check_node(output(&mut command("node", &["--version"])).as_deref())?;
    let version = generator::prerender::assets::hash([package, lock.unwrap_or_default()].concat().as_bytes());
    let folder = folder()?.join(format!("npm-{version}"));
    let done = folder.join("done");
    if done.exists() {
        return Ok(folder);
    }
    println!("installing {what} from npm (a minute, once)");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("package.json"), package)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let quiet = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
    if let Some(lock) = lock {
        fs::write(folder.join("package-lock.json"), lock)?;
    }
    // npm verifies the hashes in the lock. Not `ci`, which fails if the lock lacks packages that only other systems
    // install.
    run(command(npm, &quiet).current_dir(&folder)).context("npm could not install: `apt-get install npm`")?;
    fs::write(done, "")?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::check_node;

    #[test]
    fn an_old_node_is_refused_with_both_versions() {
        for version in ["v20.19.0", "v22.0.0", "v100.1.0"] {
            assert!(check_node(Some(version)).is_ok(), "{version}");
        }
        for version in ["v18.19.0", "v20.18.3", "v9.99.0", "unknown"] {
            let error = check_node(Some(version)).expect_err(version).to_string();
            assert!(
                error.starts_with(&format!("expected Node.js 20.19 or newer, found {version};")),
                "{error}"
            );
        }
        assert!(check_node(None).expect_err("no Node.js").to_string().starts_with("Node.js is missing"));
    }
}
