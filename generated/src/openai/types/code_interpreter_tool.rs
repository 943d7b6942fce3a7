// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{AutoCodeInterpreterToolParam, CallableToolAllowedCaller};
use apiarist_runtime::{Maybe, Object, Union, Value};

/// A tool that runs code in a container.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "code_interpreter"))]
pub struct CodeInterpreterTool {
    /// ID of a container, or settings for creating one.
    pub container: CodeInterpreterToolContainer,
    /// Allowed callers of the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}

/// ID of a container, or settings for creating one.
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeInterpreterToolContainer {
    #[shape(string)]
    String(String),
    #[shape(object, is("type", "auto"))]
    AutoCodeInterpreterToolParam(AutoCodeInterpreterToolParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
