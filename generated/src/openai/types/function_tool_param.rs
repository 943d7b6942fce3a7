// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, EmptyModelParam};
use apiarist_runtime::{Maybe, Object, Value};
use std::collections::BTreeMap;

/// A function of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "function"))]
pub struct FunctionToolParam {
    /// Name of the function. 1 to 128 characters. Matches `^[a-zA-Z0-9_-]+$`.
    pub name: String,
    /// What the function is for.
    pub description: Maybe<String>,
    /// JSON Schema of its arguments.
    pub parameters: Maybe<EmptyModelParam>,
    /// Whether arguments must fit the schema exactly.
    pub strict: Maybe<bool>,
    /// JSON Schema of its result.
    pub output_schema: Maybe<BTreeMap<String, Value>>,
    /// Whether the tool is only loaded when a search finds it.
    pub defer_loading: Option<bool>,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}
