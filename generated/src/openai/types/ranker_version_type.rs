//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// A version of the ranker.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RankerVersionType {
    Auto,
    Default2024_11_15,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(RankerVersionType {
    Auto: "auto",
    Default2024_11_15: "default-2024-11-15",
});
