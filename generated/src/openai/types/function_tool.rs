//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::CallableToolAllowedCaller;
use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// A function of the caller.
    pub struct FunctionTool {
        "type" = "function",
        /// Name of the function.
        name: required(String) = "name",
        /// What the function is for.
        description: maybe(String) = "description",
        /// JSON Schema of its arguments.
        parameters: nullable(BTreeMap<String, Value>) = "parameters",
        /// JSON Schema of its result.
        output_schema: maybe(BTreeMap<String, Value>) = "output_schema",
        /// Whether arguments must fit the schema exactly.
        strict: nullable(bool) = "strict",
        /// Whether the tool is only loaded when a search finds it.
        defer_loading: optional(bool) = "defer_loading",
        /// Who may call the tool: the model, its programs, or both.
        allowed_callers: maybe(Vec<CallableToolAllowedCaller>) = "allowed_callers",
    }
    new(name(String), parameters(Option<BTreeMap<String, Value>>), strict(Option<bool>))
}
