// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A version of the ranker.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum RankerVersionType {
    /// `auto`
    #[wire("auto")]
    Auto,
    /// `default-2024-11-15`
    #[wire("default-2024-11-15")]
    Default2024_11_15,
    /// A value that this version does not know.
    Unknown(String),
}
