//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

object! {
    /// Stands for an item that is stored already.
    pub struct ItemReferenceParam {
        /// `item_reference`; may be left out.
        r#type: maybe(ItemReferenceParamType) = "type",
        /// Identifier of the item.
        id: required(String) = "id",
    }
    new(id(String))
}

string_enum! {
    /// Default: `"item_reference"`.
    pub enum ItemReferenceParamType {
        ItemReference = "item_reference",
    }
}
