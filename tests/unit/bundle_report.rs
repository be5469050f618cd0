//! The bundle report: attribution of functions to crates, parsing of WebAssembly, the baseline.

use std::collections::BTreeMap;

use xtask::bundle_report::baseline::Sizes;
use xtask::bundle_report::{attribution, table, wasm};

/// A name in Rust's legacy mangling.
fn mangled(path: &[&str]) -> String {
    let parts: String = path.iter().map(|part| format!("{}{part}", part.len())).collect();
    format!("_ZN{parts}17h0123456789abcdefE")
}

#[test]
fn a_function_belongs_to_its_crate() {
    assert_eq!(attribution::crate_of(&mangled(&["yew", "dom_bundle", "bnode", "shift"])), "yew");
    assert_eq!(attribution::crate_of("_RNvNtCs1234_8dlmalloc3sys5alloc"), "dlmalloc");
}

#[test]
fn a_function_of_std_for_a_crates_type_belongs_to_that_crate() {
    let dropped = mangled(&["core", "ptr", "drop_in_place$LT$yew..virtual_dom..VNode$GT$"]);
    assert_eq!(attribution::crate_of(&dropped), "yew");
    let written = mangled(&["_$LT$alloc..string..String$u20$as$u20$core..fmt..Write$GT$", "write_str"]);
    assert_eq!(attribution::crate_of(&written), "alloc");
}

#[test]
fn a_function_without_a_path_belongs_to_wasm_bindgen_or_to_no_crate() {
    assert_eq!(attribution::crate_of("__wbindgen_malloc"), "wasm_bindgen");
    assert_eq!(attribution::crate_of("main"), "without a path");
}

#[test]
fn a_readable_name_has_no_hash() {
    assert_eq!(attribution::demangle(&mangled(&["yew", "start"])), "yew::start");
}

/// A module with one import and one named function of two bytes.
fn module(name: &str) -> Vec<u8> {
    let section = |id: u8, body: &[u8]| [&[id, body.len() as u8], body].concat();
    let naming = [&[1, 1, name.len() as u8], name.as_bytes()].concat();
    let names = [b"\x04name", section(1, &naming).as_slice()].concat();
    [
        b"\0asm\x01\0\0\0".to_vec(),
        section(1, &[1, 0x60, 0, 0]),
        section(2, b"\x01\x01e\x01f\0\0"),
        section(3, &[1, 0]),
        section(10, &[1, 2, 0, 0x0b]),
        section(0, &names),
    ]
    .concat()
}

#[test]
fn the_first_function_comes_after_the_imports() {
    let contents = wasm::contents(&module(&mangled(&["yew", "start"]))).expect("a module");
    let functions: Vec<_> = contents.functions.iter().map(|one| (one.name.as_str(), one.size)).collect();
    assert_eq!(functions, [("yew::start", 2)]);
    assert_eq!(contents.by_crate()["yew"], 2);
}

#[test]
fn the_names_of_functions_are_not_counted() {
    let [short, long] = ["f", "a_much_longer_name"].map(|name| {
        let contents = wasm::contents(&module(name)).expect("a module");
        contents.by_crate().values().sum::<usize>()
    });
    assert_eq!(short, long);
}

#[test]
fn a_module_without_names_is_refused() {
    let named = module("f");
    let names = 2 + 5 + 2 + 4;
    let Err(error) = wasm::contents(&named[..named.len() - names]) else { panic!("it was read") };
    assert!(error.to_string().contains("no names of functions"), "{error}");
}

fn sizes<const N: usize>(sizes: [(&str, usize); N]) -> BTreeMap<String, usize> {
    sizes.into_iter().map(|(name, size)| (name.to_owned(), size)).collect()
}

#[test]
fn the_baseline_round_trips() {
    let released = Sizes {
        files: sizes([("HTML of the story", 3), ("program script", 2)]),
        crates: sizes([("(types, imports, exports)", 1), ("yew", 4)]),
    };
    assert_eq!(Sizes::read(&released.to_toml()).expect("what was written"), released);
}

#[test]
fn every_change_since_the_baseline_is_reported() {
    let table = table(
        &sizes([("yew", 50), ("web_sys", 30), ("added", 20)]),
        &sizes([("yew", 60), ("web_sys", 30), ("gone", 5)]),
    );
    let lines: Vec<Vec<_>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[0], ["50", "50.0", "%", "-10", "yew"]);
    assert_eq!(lines[1], ["30", "30.0", "%", "=", "web_sys"]);
    assert_eq!(lines[2], ["20", "20.0", "%", "new", "added"]);
    assert_eq!(lines[3], ["0", "0.0", "%", "-5", "gone"]);
    assert_eq!(lines[4], ["100", "100.0", "%", "+5", "in", "all"]);
}
