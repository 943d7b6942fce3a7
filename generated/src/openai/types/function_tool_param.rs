//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, EmptyModelParam};
use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// A function of the caller.
    pub struct FunctionToolParam {
        "type" = "function",
        /// Name of the function. 1 to 128 characters. Matches `^[a-zA-Z0-9_-]+$`.
        name: required(String) = "name",
        /// What the function is for.
        description: maybe(String) = "description",
        /// JSON Schema of its arguments.
        parameters: maybe(EmptyModelParam) = "parameters",
        /// Whether arguments must fit the schema exactly.
        strict: maybe(bool) = "strict",
        /// JSON Schema of its result.
        output_schema: maybe(BTreeMap<String, Value>) = "output_schema",
        /// Whether the tool is only loaded when a search finds it.
        defer_loading: optional(bool) = "defer_loading",
        /// Who may call the tool: the model, its programs, or both.
        allowed_callers: maybe(Vec<CallableToolAllowedCaller>) = "allowed_callers",
    }
    new(name(String))
}
