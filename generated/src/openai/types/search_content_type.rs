//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// A kind of content to search for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchContentType {
    Text,
    Image,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(SearchContentType {
    Text: "text",
    Image: "image",
});
