//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextPart {
    /// The text.
    pub text: String,
}
object!(TextPart {
    "kind" = "text",
    text: required("text"),
});

impl TextPart {
    /// With what is required.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
