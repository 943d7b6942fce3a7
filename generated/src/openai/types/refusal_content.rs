//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Tells that the model declines.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusalContent {
    /// Why the model declines.
    pub refusal: String,
}
object!(RefusalContent {
    "type" = "refusal",
    refusal: required("refusal"),
});

impl RefusalContent {
    /// With what is required.
    pub fn new(refusal: impl Into<String>) -> Self {
        Self {
            refusal: refusal.into(),
        }
    }
}
