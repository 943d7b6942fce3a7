// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::CallableToolAllowedCaller;
use apiarist_runtime::{Maybe, Object, Value};
use std::collections::BTreeMap;

/// A function of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "function"))]
pub struct FunctionTool {
    /// Name of the function.
    pub name: String,
    /// What the function is for.
    pub description: Maybe<String>,
    /// JSON Schema of its arguments.
    #[wire(nullable)]
    pub parameters: Option<BTreeMap<String, Value>>,
    /// JSON Schema of its result.
    pub output_schema: Maybe<BTreeMap<String, Value>>,
    /// Whether arguments must fit the schema exactly.
    #[wire(nullable)]
    pub strict: Option<bool>,
    /// Whether the tool is only loaded when a search finds it.
    pub defer_loading: Option<bool>,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}
