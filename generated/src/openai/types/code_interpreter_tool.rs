// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{AutoCodeInterpreterToolParam, CallableToolAllowedCaller};
use apiarist_runtime::{Maybe, Object, Union, Value};

/// Runs code in a container.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "code_interpreter"))]
pub struct CodeInterpreterTool {
    /// Identifier of a container, or how to make one.
    pub container: CodeInterpreterToolContainer,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}

/// Identifier of a container, or how to make one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum CodeInterpreterToolContainer {
    #[shape(string)]
    String(String),
    #[shape(object, is("type", "auto"))]
    AutoCodeInterpreterToolParam(AutoCodeInterpreterToolParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
