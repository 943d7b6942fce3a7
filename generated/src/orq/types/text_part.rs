// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A text part.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("kind", "text"))]
pub struct TextPart {
    /// The text.
    pub text: String,
}
