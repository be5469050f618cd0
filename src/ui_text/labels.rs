//! Structs of labels.

/// Declares a struct of labels. Named in TOML; serialized as a list in props, which is shorter and needs less code.
macro_rules! labels {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(
            not(target_arch = "wasm32"),
            derive(serde::Deserialize),
            serde(deny_unknown_fields, rename_all = "kebab-case")
        )]
        pub struct $name { $($(#[$field_doc])* pub $field: String,)* }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq([$(&self.$field),*])
            }
        }

        #[cfg(target_arch = "wasm32")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let labels = Vec::deserialize(deserializer)?;
                let all = <[String; [$(stringify!($field)),*].len()]>::try_from(labels);
                let [$($field),*] = all.map_err(|_| serde::de::Error::custom(stringify!($name)))?;
                Ok(Self { $($field),* })
            }
        }
    };
}
pub(super) use labels;
