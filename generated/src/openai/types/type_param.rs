//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Types text.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeParam {
    /// Text to type.
    pub text: String,
}
object!(TypeParam {
    "type" = "type",
    text: required("text"),
});

impl TypeParam {
    /// With what is required.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
