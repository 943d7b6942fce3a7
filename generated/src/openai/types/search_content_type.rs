// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A kind of content to search for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum SearchContentType {
    /// `text`
    #[wire("text")]
    Text,
    /// `image`
    #[wire("image")]
    Image,
    /// A value that this version does not know.
    Unknown(String),
}
