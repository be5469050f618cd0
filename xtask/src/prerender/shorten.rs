//! Shortens the names by which the WebAssembly and its glue know each other. wasm-bindgen ends each of them with a
//! hash, which no compression can take back: in both files together some 4 KB that nobody reads.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::command::command;

/// What rustc has enabled for this target, and wasm-opt must be told of.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// One more round for size after the names are gone; the detour over a flat form finds what Trunk's round cannot.
const PASSES: [&str; 6] =
    ["--minify-imports-and-exports-and-modules", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// The names as wasm-opt prints them: of an import module, old and new; of an export old and new.
#[derive(Deserialize)]
struct Names {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Renames in both files of the folder.
///
/// # Errors
///
/// If wasm-opt fails, or the glue does not have each name where it is looked for.
pub(super) fn shorten(folder: &Path) -> Result<()> {
    let wasm = folder.join("chuhai_bg.wasm");
    let glue = folder.join("chuhai.js");
    let mut optimizer = command("wasm-opt", &FEATURES);
    let output = optimizer.args(PASSES).arg(&wasm).arg("-o").arg(&wasm).output();
    let output = output.context("cannot start wasm-opt; `cargo xtask build` brings it")?;
    ensure!(output.status.success(), "wasm-opt: {}", String::from_utf8_lossy(&output.stderr));
    let names = serde_json::from_slice(&output.stdout).context("wasm-opt told no names")?;
    fs::write(&glue, renamed(&fs::read_to_string(&glue)?, &names)?)?;
    Ok(())
}

fn renamed(glue: &str, names: &Names) -> Result<String> {
    let mut glue = glue.to_owned();
    let mut replace = |old: &str, new: &str, least: usize| {
        let found = glue.matches(old).count();
        ensure!(found >= least, "the glue of this wasm-bindgen has no `{old}`");
        glue = glue.replace(old, new);
        Ok(())
    };
    // All modules become one, of this name.
    replace("\"./chuhai_bg.js\": ", "a: ", 1)?;
    for (_, old, new) in &names.imports {
        replace(&format!(" {old}: "), &format!(" {new}: "), 1)?;
    }
    for (old, new) in &names.exports {
        for end in ["(", ".", ")", ",", ";", " "] {
            replace(&format!("wasm.{old}{end}"), &format!("wasm.{new}{end}"), 0)?;
        }
    }
    Ok(glue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names {
            imports: vec![("./chuhai_bg.js".to_owned(), "__wbg_key_12".to_owned(), "$a".to_owned())],
            exports: vec![("memory".to_owned(), "b".to_owned())],
        }
    }

    #[test]
    fn names_are_the_same_on_both_sides() {
        let glue = "const import0 = { __wbg_key_12: function() {} };\nreturn { \"./chuhai_bg.js\": import0 };\nwasm.memory.buffer";
        let short = "const import0 = { $a: function() {} };\nreturn { a: import0 };\nwasm.b.buffer";
        assert_eq!(renamed(glue, &names()).expect("every name"), short);
    }

    #[test]
    fn glue_without_a_name_is_told() {
        let told = renamed("{ \"./chuhai_bg.js\": import0 }", &names()).expect_err("a missing name");
        assert!(told.to_string().contains("__wbg_key_12"), "{told}");
    }
}
