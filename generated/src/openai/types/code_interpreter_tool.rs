//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{AutoCodeInterpreterToolParam, CallableToolAllowedCaller};
use apiarist_runtime::{Maybe, Value, list, object, union};

/// Runs code in a container.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeInterpreterTool {
    /// Identifier of a container, or how to make one.
    pub container: CodeInterpreterToolContainer,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}
object!(CodeInterpreterTool {
    "type" = "code_interpreter",
    container: required("container"),
    allowed_callers: maybe("allowed_callers"),
});

impl CodeInterpreterTool {
    /// With what is required.
    pub fn new(container: CodeInterpreterToolContainer) -> Self {
        Self {
            container,
            allowed_callers: Maybe::Absent,
        }
    }

    pub fn allowed_callers(
        mut self,
        allowed_callers: impl IntoIterator<Item: Into<CallableToolAllowedCaller>>,
    ) -> Self {
        self.allowed_callers = Maybe::Value(list(allowed_callers));
        self
    }
}

/// Identifier of a container, or how to make one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CodeInterpreterToolContainer {
    String(String),
    AutoCodeInterpreterToolParam(AutoCodeInterpreterToolParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(CodeInterpreterToolContainer {
    AutoCodeInterpreterToolParam: object("type" = "auto"),
    String: string(),
});
