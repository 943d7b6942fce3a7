//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// How closely the model looks at the pages of a file.
    pub enum FileDetailEnum {
        Auto = "auto",
        Low = "low",
        High = "high",
    }
}
