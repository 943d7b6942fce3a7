//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListConversationItemsOrder {
    Asc,
    Desc,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ListConversationItemsOrder {
    Asc: "asc",
    Desc: "desc",
});
