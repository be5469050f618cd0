//! Which crate a function is there for, by its name. Knows nothing of WebAssembly.

/// Where Rust's own functions come from.
const STANDARD: [&str; 3] = ["core", "alloc", "std"];
/// Functions without a path that wasm-bindgen asks for.
const GLUE: [&str; 3] = ["__wbindgen", "__wbg", "__externref"];

/// The crate that a function, in its mangled name, is there for: the first in the name that is not the standard
/// library, since a `Vec` of its own would go away with that crate; else the part of the standard library.
pub fn of(mangled: &str) -> String {
    let name = readable(mangled);
    let crates = crates(&name);
    let found = crates.iter().find(|one| !STANDARD.contains(one)).or(crates.first());
    match found {
        Some(found) => (*found).to_owned(),
        None if GLUE.iter().any(|start| name.starts_with(start)) => "wasm_bindgen".to_owned(),
        None => "without a path".to_owned(),
    }
}

/// The name as people write it, without hashes.
pub fn readable(mangled: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(mangled))
}

/// The first words of all paths in a name, in order.
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
