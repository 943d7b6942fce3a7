// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Plain text.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "text"))]
#[non_exhaustive]
pub struct TextContent {
    /// The text.
    pub text: String,
}
