// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::CallableToolAllowedCaller;
use apiarist_runtime::{Maybe, Object, Value};
use std::collections::BTreeMap;

/// A function of the caller.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "function"))]
pub struct FunctionTool {
    /// Name of the function.
    pub name: String,
    /// Description of the function.
    pub description: Maybe<String>,
    /// JSON Schema of the arguments.
    #[wire(nullable)]
    pub parameters: Option<BTreeMap<String, Value>>,
    /// JSON Schema of the result.
    pub output_schema: Maybe<BTreeMap<String, Value>>,
    /// Whether arguments must match the schema exactly.
    #[wire(nullable)]
    pub strict: Option<bool>,
    /// Whether to load the tool only when a search finds it.
    pub defer_loading: Option<bool>,
    /// Allowed callers of the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}
