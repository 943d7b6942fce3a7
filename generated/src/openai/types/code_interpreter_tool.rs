//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{AutoCodeInterpreterToolParam, CallableToolAllowedCaller};
use apiarist_runtime::{object, union};

object! {
    /// Runs code in a container.
    pub struct CodeInterpreterTool {
        "type" = "code_interpreter",
        /// Identifier of a container, or how to make one.
        container: required(CodeInterpreterToolContainer) = "container",
        /// Who may call the tool: the model, its programs, or both.
        allowed_callers: maybe(Vec<CallableToolAllowedCaller>) = "allowed_callers",
    }
    new(container(CodeInterpreterToolContainer))
}

union! {
    /// Identifier of a container, or how to make one.
    pub enum CodeInterpreterToolContainer {
        String(String) = string(),
        AutoCodeInterpreterToolParam(AutoCodeInterpreterToolParam) = object("type" = "auto"),
    }
}
