//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A kind of content to search for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SearchContentType {
    #[wire("text")]
    Text,
    #[wire("image")]
    Image,
    /// A value that this version does not know.
    Unknown(String),
}
