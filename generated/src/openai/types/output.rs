//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::FunctionAndCustomToolCallOutput;
use apiarist_runtime::union;

union! {
    /// Result as text, or as a list of parts.
    pub enum Output {
        String(String) = string(),
        FunctionAndCustomToolCallOutputs(Vec<FunctionAndCustomToolCallOutput>) = array(),
    }
}
