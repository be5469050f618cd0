//! Builds the WebAssembly with Trunk, if its inputs have changed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use generator::command::{command, output, run_with_progress};
use generator::paths::{self, SKIP_PAGES_ENV, copy_folder, remove_folder};
use generator::prerender::assets::hash;
use generator::prerender::minify::copy_and_minify_assets;
use walkdir::WalkDir;

use crate::tools::{self, ESBUILD, Tools};

/// How the program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Fast to compile.
    Debug,
    /// Small.
    Release,
    /// Smallest: rebuilds the standard library for size, without panic messages.
    Smallest,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
            Self::Smallest => "smallest",
        }
    }

    /// The folder with its program.
    fn folder(self) -> PathBuf {
        programs().join(self.name())
    }

    /// The program after compilation, before wasm-bindgen and wasm-opt.
    pub(crate) fn compiled_wasm(self) -> PathBuf {
        self.folder().with_extension("wasm")
    }
}

/// The folder of the programs.
fn programs() -> PathBuf {
    paths::project().join("target/program")
}

/// Waits until no other build writes the programs. Dropping the file lets the next build begin.
fn lock() -> Result<File> {
    fs::create_dir_all(programs())?;
    let file = File::create(programs().join("lock"))?;
    file.lock()?;
    Ok(file)
}

/// Builds the program if its inputs have changed. Returns its folder.
fn build_if_changed(tools: &Tools, profile: Profile) -> Result<PathBuf> {
    let (folder, compiled_wasm) = (profile.folder(), profile.compiled_wasm());
    let stamp = folder.with_extension("stamp");
    let inputs = input_hash()?;
    if folder.is_dir()
        && compiled_wasm.is_file()
        && fs::read_to_string(&stamp).is_ok_and(|built| built == inputs)
    {
        return Ok(folder);
    }
    println!("building the program of the browser, {}", profile.name());
    if stamp.exists() {
        fs::remove_file(&stamp)?;
    }
    run_with_progress(&mut trunk(tools, profile, &folder)?)?;
    let left = compiler_output(profile);
    fs::copy(&left, compiled_wasm).with_context(|| format!("cannot read {}", left.display()))?;
    fs::write(stamp, inputs)?;
    Ok(folder)
}

/// The compiler's output file, which profiles share.
fn compiler_output(profile: Profile) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let kind = if profile == Profile::Debug { "debug" } else { "release" };
    paths::project().join(target).join("wasm32-unknown-unknown").join(kind).join("chuhai.wasm")
}

/// Replaces a folder by the program, with styles and scripts.
///
/// # Errors
///
/// If the code does not build, or a file cannot be written.
pub fn write(tools: &Tools, profile: Profile, folder: &Path) -> Result<()> {
    let _lock = lock().context("cannot wait for other builds")?;
    let program = build_if_changed(tools, profile)?;
    remove_folder(folder)?;
    copy_folder(&program, folder)?;
    copy_and_minify_assets(folder, &tools.npm(ESBUILD))
}

/// Files and folders that the program is built from.
const INPUTS: [&str; 8] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "rust-toolchain.toml",
    "src",
    "xtask/package-lock.json",
    "xtask/package.json",
];

/// Files among the inputs that are not compiled.
pub(crate) const IGNORED: [&str; 3] = ["src/js", "src/decisions", "src/README.md"];

/// A hash of the compiler's version, of this source, which sets the compiler's flags, and of all files of [`INPUTS`].
fn input_hash() -> Result<String> {
    let compiler = output(&mut command("rustc", &["-vV"])).context("rustc is missing")?;
    let mut all = [&compiler, include_str!("wasm_build.rs")].concat().into_bytes();
    for input in INPUTS {
        let files = WalkDir::new(paths::project().join(input)).sort_by_file_name().into_iter();
        for entry in files.filter_entry(|entry| !IGNORED.iter().any(|name| entry.path().ends_with(name))) {
            let entry = entry?;
            if entry.file_type().is_file() {
                all.extend_from_slice(entry.path().as_os_str().as_encoded_bytes());
                all.extend(fs::read(entry.path())?);
            }
        }
    }
    Ok(hash(&all))
}

fn trunk(tools: &Tools, profile: Profile, folder: &Path) -> Result<Command> {
    let mut trunk = tools.command("trunk", &["build", "--dist"]);
    trunk
        .arg(folder)
        .env(SKIP_PAGES_ENV, "yes")
        .env(WASM_FLAGS, format!("{INLINE_THRESHOLD} {}", remapped_paths()));
    clear_conflicting_flags(&mut trunk, std::env::var_os(RUST_FLAGS));
    match profile {
        Profile::Debug => {}
        Profile::Release => drop(trunk.arg("--release")),
        Profile::Smallest => rebuild_std(trunk.arg("--release"))?,
    }
    Ok(trunk)
}

/// How much the compiler inlines, in LLVM's unit: the smallest program of nine values
/// (src/decisions/webassembly-size.md).
const INLINE_THRESHOLD: &str = "-Cllvm-args=--inline-threshold=33";

/// The environment variable for compiler flags that apply only to WebAssembly.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The environment variable for compiler flags of every target.
const RUST_FLAGS: &str = "RUSTFLAGS";

/// Removes the variables that make Cargo ignore [`WASM_FLAGS`]. Keeps the user's flags in `CARGO_BUILD_RUSTFLAGS`, which
/// Cargo ranks lower. Without them, the `cargo xtask` in Trunk's hook would recompile xtask.
fn clear_conflicting_flags(trunk: &mut Command, user_flags: Option<OsString>) {
    trunk.env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove(RUST_FLAGS);
    if let Some(flags) = user_flags {
        trunk.env("CARGO_BUILD_RUSTFLAGS", flags);
    }
}

/// Compiler flags that remove local paths from the WebAssembly. The compiler names the standard library's folder if its
/// source is installed. Skips folders with spaces, because Cargo splits flags at spaces.
fn remapped_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sysroot = output(&mut command("rustc", &["--print", "sysroot"])).map(PathBuf::from);
    let library = sysroot.map(|sysroot| sysroot.join("lib/rustlib/src/rust"));
    let folders = [(home, "/cargo"), (Some(paths::project()), "/chuhai"), (library, "/rustc")];
    let folders = folders.into_iter().filter_map(|(folder, name)| Some((folder?.to_str()?.to_owned(), name)));
    let flags = folders.filter(|(folder, _)| !folder.contains(char::is_whitespace));
    flags.map(|(folder, name)| format!("--remap-path-prefix={folder}={name}")).collect::<Vec<_>>().join(" ")
}

/// Makes Trunk rebuild the standard library for size, without panic messages. `build-std` and `panic=immediate-abort`
/// are unstable (rust-lang/wg-cargo-std-aware, rust#147286), hence `RUSTC_BOOTSTRAP`; other profiles are stable.
/// Without [`INLINE_THRESHOLD`], with which this program is larger (src/decisions/webassembly-size.md).
fn rebuild_std(trunk: &mut Command) -> Result<()> {
    tools::install_std_source()?;
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "")
        .env(WASM_FLAGS, format!("{} -Zunstable-options -Cpanic=immediate-abort", remapped_paths()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    #[test]
    fn a_users_flags_do_not_replace_those_of_the_webassembly() {
        let mut trunk = Command::new("trunk");
        clear_conflicting_flags(&mut trunk, Some("-Dwarnings".into()));
        let set: Vec<_> = trunk.get_envs().collect();
        for variable in ["CARGO_ENCODED_RUSTFLAGS", RUST_FLAGS] {
            assert!(set.contains(&(OsStr::new(variable), None)), "{set:?}");
        }
        assert!(
            set.contains(&(OsStr::new("CARGO_BUILD_RUSTFLAGS"), Some(OsStr::new("-Dwarnings")))),
            "{set:?}"
        );
    }
}
