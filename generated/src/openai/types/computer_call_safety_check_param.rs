//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, object};

/// A check to be confirmed before an action.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputerCallSafetyCheckParam {
    /// Identifier of the check.
    pub id: String,
    /// Kind of the check.
    pub code: Maybe<String>,
    /// Text of the check.
    pub message: Maybe<String>,
}
object!(ComputerCallSafetyCheckParam {
    id: required("id"),
    code: maybe("code"),
    message: maybe("message"),
});

impl ComputerCallSafetyCheckParam {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            code: Maybe::Absent,
            message: Maybe::Absent,
        }
    }

    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Maybe::Value(code.into());
        self
    }

    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Maybe::Value(message.into());
        self
    }
}
