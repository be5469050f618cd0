//! Deserializes JSON in the browser: lists, strings, numbers, booleans and nulls, as `serde_tuple` writes them.
//!
//! A value of another type reads as an empty one, and [`parse`] fails at the end. So serde's derived code never stops
//! midway and needs no code to drop the fields before (decisions/webassembly-size.md).

use std::cell::Cell;
use std::fmt;

use js_sys::{Array, JSON};
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Expected, IntoDeserializer, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue, throw_str};

/// Error: the JSON is not of the requested type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

/// Deserializes a JSON text.
///
/// # Errors
///
/// If the text is not JSON or has another type.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let is_unreadable = Cell::new(false);
    let value = JSON::parse(text).unwrap_or_default();
    let Ok(value) = T::deserialize(Value { value, is_unreadable: &is_unreadable });
    if is_unreadable.get() { Err(Unreadable) } else { Ok(value) }
}

struct Value<'a> {
    value: JsValue,
    is_unreadable: &'a Cell<bool>,
}

impl<'a> Value<'a> {
    /// Returns what was read, or an empty value if it had another type.
    fn or_unreadable<T: Default>(&self, read: Option<T>) -> T {
        if read.is_none() {
            self.is_unreadable.set(true);
        }
        read.unwrap_or_default()
    }

    /// The items of a list with `len` items, or with any number if `len` is `None`.
    fn items(&self, len: Option<usize>) -> Items<'a> {
        let items = self.value.dyn_ref::<Array>().cloned();
        let items = items.filter(|items| len.is_none_or(|len| items.length() as usize == len));
        let items = self.or_unreadable(items);
        let left = len.unwrap_or(items.length() as usize);
        Items { items, left, is_unreadable: self.is_unreadable }
    }
}

impl<'de> de::Deserializer<'de> for Value<'_> {
    type Error = Never;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.or_unreadable(self.value.as_bool()))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u32(self.or_unreadable(self.value.as_f64()) as u32)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_u32(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f64(self.or_unreadable(self.value.as_f64()))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_string(self.or_unreadable(self.value.as_string()))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.items(None))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.items(Some(len)))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(1, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let text = self.value.as_string();
        let variant = variants.iter().copied().find(|variant| text.as_deref() == Some(variant));
        self.is_unreadable.set(self.is_unreadable.get() || variant.is_none());
        let variant: StrDeserializer<'_, _> =
            variant.or(variants.first().copied()).unwrap_or_default().into_deserializer();
        variant.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 f32 char bytes byte_buf unit unit_struct map struct identifier ignored_any
    }
}

struct Items<'a> {
    items: Array,
    left: usize,
    is_unreadable: &'a Cell<bool>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(Value { value: self.items.shift(), is_unreadable: self.is_unreadable }).map(Some)
    }
}

/// An error that never occurs, because unreadable values become empty.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

/// Called for types that this module does not read: a programming error.
impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        throw_str("no such type in props")
    }

    // The default implementations format their arguments, which adds to the bundle.
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::custom("")
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::custom("")
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::custom("")
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::custom("")
    }
}
