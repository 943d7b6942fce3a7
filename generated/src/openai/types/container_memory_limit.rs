// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Memory limit for a container.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ContainerMemoryLimit {
    /// `1g`
    #[wire("1g")]
    Value1g,
    /// `4g`
    #[wire("4g")]
    Value4g,
    /// `16g`
    #[wire("16g")]
    Value16g,
    /// `64g`
    #[wire("64g")]
    Value64g,
    /// A value unknown to this version.
    Unknown(String),
}
