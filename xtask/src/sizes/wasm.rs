//! Reads what is in a WebAssembly file that still has its names. Knows nothing of who made it.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::owner;

/// A function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name, as people write it.
    pub name: String,
    /// The crate that it is there for.
    pub owner: String,
    /// How many bytes its body takes.
    pub size: usize,
}

/// What a WebAssembly file holds, its names and other remarks left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The functions, the largest first.
    pub functions: Vec<Function>,
    /// UiText, tables and constants that the code reads.
    pub data: usize,
    /// Types, imports, exports.
    pub frame: usize,
}

/// Reads a WebAssembly file.
///
/// # Errors
///
/// If it is none, or its names are gone.
pub fn contents(bytes: &[u8]) -> Result<Contents> {
    let mut contents = Contents::default();
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
                contents.frame += section.map_or(0, |(_, range)| length(range));
            }
        }
    }
    ensure!(!names.is_empty(), "the WebAssembly holds no names of functions");
    contents.functions = bodies
        .into_iter()
        .enumerate()
        .map(|(at, size)| {
            let mangled = names.get(&(imported + at)).copied().unwrap_or_default();
            Function { name: owner::readable(mangled), owner: owner::of(mangled), size }
        })
        .collect();
    contents
        .functions
        .sort_by(|one, other| other.size.cmp(&one.size).then_with(|| one.name.cmp(&other.name)));
    Ok(contents)
}

impl Contents {
    /// The bytes of each crate's functions, and what belongs to none.
    pub fn by_crate(&self) -> BTreeMap<String, usize> {
        let mut crates = BTreeMap::new();
        for function in &self.functions {
            *crates.entry(function.owner.clone()).or_default() += function.size;
        }
        crates.insert("(data)".to_owned(), self.data);
        crates.insert("(types, imports, exports)".to_owned(), self.frame);
        crates
    }
}

fn length(range: std::ops::Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}
