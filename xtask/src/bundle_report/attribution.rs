//! Attributes a function to a crate by its mangled name.

/// The crates of the standard library.
const STANDARD: [&str; 3] = ["core", "alloc", "std"];
/// Prefixes of wasm-bindgen's functions, whose names have no path.
const GLUE: [&str; 3] = ["__wbindgen", "__wbg", "__externref"];

/// Attributes a function to the first crate outside the standard library in its mangled name, so that `Vec<yew::X>`
/// counts as yew. Without one, to the first crate of the standard library.
pub fn crate_of(mangled: &str) -> String {
    let name = demangle(mangled);
    let crates = crates(&name);
    let found = crates.iter().find(|one| !STANDARD.contains(one)).or(crates.first());
    match found {
        Some(found) => (*found).to_owned(),
        None if GLUE.iter().any(|start| name.starts_with(start)) => "wasm_bindgen".to_owned(),
        None => "without a path".to_owned(),
    }
}

/// Demangles a name, without its hash.
pub fn demangle(mangled: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(mangled))
}

/// The first segment of each path in a name, in order.
fn crates(name: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut before = "";
    let mut rest = name;
    while let Some(start) = rest.find(|letter: char| letter.is_alphanumeric() || letter == '_') {
        before = if start == 0 { before } else { &rest[..start] };
        let word = &rest[start..];
        let end =
            word.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let begins_a_path = !before.ends_with("::") && after.starts_with("::");
        if begins_a_path && word.starts_with(|letter: char| letter.is_lowercase() || letter == '_') {
            found.push(word);
        }
        rest = after;
    }
    found
}
