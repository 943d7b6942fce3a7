//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A failure.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorPart {
    /// What went wrong.
    pub error: String,
    /// Status code of the failure.
    pub code: Option<f64>,
}
object!(ErrorPart {
    "kind" = "error",
    error: required("error"),
    code: optional("code"),
});

impl ErrorPart {
    /// With what is required.
    pub fn new(error: impl Into<String>) -> Self {
        Self {
            error: error.into(),
            code: None,
        }
    }

    pub fn code(mut self, code: f64) -> Self {
        self.code = Some(code);
        self
    }
}
