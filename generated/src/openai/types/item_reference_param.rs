// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, StringEnum};

/// A reference to a stored item.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct ItemReferenceParam {
    /// Always `item_reference`. Optional.
    pub r#type: Maybe<ItemReferenceParamType>,
    /// ID of the item.
    pub id: String,
}

/// `type` of [`ItemReferenceParam`]. Default: `"item_reference"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ItemReferenceParamType {
    /// `item_reference`
    ItemReference,
    /// A value unknown to this version.
    Unknown(String),
}
