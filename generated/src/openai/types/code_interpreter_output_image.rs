//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// What code drew.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeInterpreterOutputImage {
    /// Address of the image.
    pub url: String,
}
object!(CodeInterpreterOutputImage {
    "type" = "image",
    url: required("url"),
});

impl CodeInterpreterOutputImage {
    /// With what is required.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into() }
    }
}
