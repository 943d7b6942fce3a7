// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Image output of code.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "image"))]
pub struct CodeInterpreterOutputImage {
    /// URL of the image.
    pub url: String,
}
