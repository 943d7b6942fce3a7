// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A ranker version.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RankerVersionType {
    /// `auto`
    Auto,
    /// `default-2024-11-15`
    #[wire("default-2024-11-15")]
    Default2024_11_15,
    /// A value unknown to this version.
    Unknown(String),
}
