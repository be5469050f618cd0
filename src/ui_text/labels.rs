//! Stores labels as lists, and declares a method for each label.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use yew::AttrValue;

/// Labels in order. Props hold them as lists: shorter than objects, and one piece of code reads them all.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Labels(Arc<[String]>);

impl Labels {
    /// The label at an index; empty if there is none.
    pub(super) fn get(&self, index: usize) -> AttrValue {
        self.0.get(index).map_or(AttrValue::Static(""), |label| AttrValue::from(label.as_str()))
    }
}

impl Serialize for Labels {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&*self.0)
    }
}

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

impl From<Vec<String>> for Labels {
    fn from(labels: Vec<String>) -> Self {
        Self(labels.into())
    }
}

/// Declares a list of labels: a method for each, and deserialization from TOML by name.
macro_rules! labels {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$label_doc:meta])* pub $label:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(serde::Deserialize))]
        #[serde(transparent)]
        pub struct $name(crate::ui_text::labels::Labels);

        const _: () = {
            #[expect(non_camel_case_types, reason = "each is named like its label")]
            enum Index { $($label),* }

            impl $name {
                $($(#[$label_doc])* #[must_use] pub fn $label(&self) -> yew::AttrValue {
                    self.0.get(Index::$label as usize)
                })*
            }

            #[cfg(not(target_arch = "wasm32"))]
            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    #[derive(serde::Deserialize)]
                    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
                    struct Named { $($label: String),* }

                    let labels = Named::deserialize(deserializer)?;
                    Ok(Self(vec![$(labels.$label),*].into()))
                }
            }
        };
    };
}
pub(super) use labels;
