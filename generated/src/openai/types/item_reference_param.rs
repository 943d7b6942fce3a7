// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, StringEnum};

/// Stands for an item that is stored already.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct ItemReferenceParam {
    /// `item_reference`; may be left out.
    pub r#type: Maybe<ItemReferenceParamType>,
    /// Identifier of the item.
    pub id: String,
}

/// `type` of [`ItemReferenceParam`]. Default: `"item_reference"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ItemReferenceParamType {
    /// `item_reference`
    #[wire("item_reference")]
    ItemReference,
    /// A value that this version does not know.
    Unknown(String),
}
