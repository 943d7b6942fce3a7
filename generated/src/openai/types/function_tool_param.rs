//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, EmptyModelParam};
use apiarist_runtime::{Maybe, Value, list, object};
use std::collections::BTreeMap;

/// A function of the caller.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionToolParam {
    /// Name of the function.
    ///
    /// 1 to 128 characters. Matches `^[a-zA-Z0-9_-]+$`.
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
object!(FunctionToolParam {
    "type" = "function",
    name: required("name"),
    description: maybe("description"),
    parameters: maybe("parameters"),
    strict: maybe("strict"),
    output_schema: maybe("output_schema"),
    defer_loading: optional("defer_loading"),
    allowed_callers: maybe("allowed_callers"),
});

impl FunctionToolParam {
    /// With what is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: Maybe::Absent,
            parameters: Maybe::Absent,
            strict: Maybe::Absent,
            output_schema: Maybe::Absent,
            defer_loading: None,
            allowed_callers: Maybe::Absent,
        }
    }

    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Maybe::Value(description.into());
        self
    }

    pub fn parameters(mut self, parameters: EmptyModelParam) -> Self {
        self.parameters = Maybe::Value(parameters);
        self
    }

    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = Maybe::Value(strict);
        self
    }

    pub fn output_schema(mut self, output_schema: BTreeMap<String, Value>) -> Self {
        self.output_schema = Maybe::Value(output_schema);
        self
    }

    pub fn defer_loading(mut self, defer_loading: bool) -> Self {
        self.defer_loading = Some(defer_loading);
        self
    }

    pub fn allowed_callers(
        mut self,
        allowed_callers: impl IntoIterator<Item: Into<CallableToolAllowedCaller>>,
    ) -> Self {
        self.allowed_callers = Maybe::Value(list(allowed_callers));
        self
    }
}
