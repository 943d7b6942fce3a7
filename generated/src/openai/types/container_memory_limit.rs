//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// How much memory a container may use.
    pub enum ContainerMemoryLimit {
        Value1g = "1g",
        Value4g = "4g",
        Value16g = "16g",
        Value64g = "64g",
    }
}
