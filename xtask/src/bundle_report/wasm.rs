//! Reads the functions and sections of a WebAssembly file that has its name section.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::attribution;

/// A function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// The demangled name.
    pub name: String,
    /// The crate that it is attributed to.
    pub crate_name: String,
    /// The size of its body in bytes.
    pub size: usize,
}

/// The contents of a WebAssembly file, without custom sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WasmContents {
    /// The functions, the largest first.
    pub functions: Vec<Function>,
    /// The size of the data section.
    pub data: usize,
    /// The size of types, imports, exports and other sections.
    pub other: usize,
}

/// Reads a WebAssembly file.
///
/// # Errors
///
/// If it is not WebAssembly, or has no name section.
pub fn contents(bytes: &[u8]) -> Result<WasmContents> {
    let mut contents = WasmContents::default();
    let mut names = BTreeMap::new();
    let mut bodies = Vec::new();
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionEntry(body) => bodies.push(length(body.range())),
            Payload::DataSection(data) => contents.data = length(data.range()),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(sections) = custom.as_known() {
                    for section in sections {
                        let Name::Function(functions) = section? else { continue };
                        for naming in functions {
                            let naming = naming?;
                            names.insert(naming.index as usize, naming.name);
                        }
                    }
                }
            }
            other => {
                if let Payload::ImportSection(imports) = other {
                    for import in imports.clone().into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                let section =
                    if matches!(other, Payload::CodeSectionStart { .. }) { None } else { other.as_section() };
                contents.other += section.map_or(0, |(_, range)| length(range));
            }
        }
    }
    ensure!(!names.is_empty(), "the WebAssembly holds no names of functions");
    contents.functions = bodies
        .into_iter()
        .enumerate()
        .map(|(at, size)| {
            let mangled = names.get(&(imported + at)).copied().unwrap_or_default();
            Function {
                name: attribution::demangle(mangled),
                crate_name: attribution::crate_of(mangled),
                size,
            }
        })
        .collect();
    contents
        .functions
        .sort_by(|one, other| other.size.cmp(&one.size).then_with(|| one.name.cmp(&other.name)));
    Ok(contents)
}

impl WasmContents {
    /// Bytes by crate, and those of data and other sections.
    pub fn by_crate(&self) -> BTreeMap<String, usize> {
        let mut crates = BTreeMap::new();
        for function in &self.functions {
            *crates.entry(function.crate_name.clone()).or_default() += function.size;
        }
        crates.insert("(data)".to_owned(), self.data);
        crates.insert("(types, imports, exports)".to_owned(), self.other);
        crates
    }
}

fn length(range: std::ops::Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}
