//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// How closely to keep to a given image.
    pub enum InputFidelity {
        High = "high",
        Low = "low",
    }
}
