//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// A version of the ranker.
    pub enum RankerVersionType {
        Auto = "auto",
        Default2024_11_15 = "default-2024-11-15",
    }
}
