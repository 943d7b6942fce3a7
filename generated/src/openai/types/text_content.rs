// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Plain text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "text"))]
#[non_exhaustive]
pub struct TextContent {
    /// The text.
    pub text: String,
}
