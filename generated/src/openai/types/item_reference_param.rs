//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, object, string_enum};

/// Stands for an item that is stored already.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemReferenceParam {
    /// `item_reference`; may be left out.
    pub r#type: Maybe<ItemReferenceParamType>,
    /// Identifier of the item.
    pub id: String,
}
object!(ItemReferenceParam {
    r#type: maybe("type"),
    id: required("id"),
});

impl ItemReferenceParam {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            r#type: Maybe::Absent,
            id: id.into(),
        }
    }

    pub fn r#type(mut self, r#type: ItemReferenceParamType) -> Self {
        self.r#type = Maybe::Value(r#type);
        self
    }
}

/// Default: `"item_reference"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ItemReferenceParamType {
    ItemReference,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ItemReferenceParamType {
    ItemReference: "item_reference",
});
