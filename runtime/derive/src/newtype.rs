//! `Newtype`: structs with one value, which are written as that value.

use crate::errors::Errors;
use crate::item::{Attributes, Item};
use crate::output::{Output, fill, ident, stream};

pub const ATTRIBUTES: Attributes = Attributes { item: &[], member: &[] };

/// Expands `#[derive(Newtype)]`.
pub fn expand(item: &Item, errors: &mut Errors) -> Option<Output> {
    let type_ = item.tuple("Newtype", errors)?;
    let items = fill(
        "#[automatically_derived] impl ::core::convert::From<$type> for $name { \
         fn from(value: $type) -> Self { Self(value) } } \
         #[automatically_derived] impl ::core::ops::Deref for $name { type Target = $type; \
         fn deref(&self) -> &$type { &self.0 } } \
         #[automatically_derived] impl<'de> ::apiarist_runtime::serde::Deserialize<'de> for $name { \
         fn deserialize<D: ::apiarist_runtime::serde::Deserializer<'de>>(deserializer: D) \
         -> ::core::result::Result<Self, D::Error> { \
         ::apiarist_runtime::serde::Deserialize::deserialize(deserializer).map(Self) } } \
         #[automatically_derived] impl ::apiarist_runtime::serde::Serialize for $name { \
         fn serialize<S: ::apiarist_runtime::serde::Serializer>(&self, serializer: S) \
         -> ::core::result::Result<S::Ok, S::Error> { \
         ::apiarist_runtime::serde::Serialize::serialize(&self.0, serializer) } }",
        &[("name", ident(&item.name)), ("type", stream(type_))],
    );
    Some(Output { items, ..Output::default() })
}
