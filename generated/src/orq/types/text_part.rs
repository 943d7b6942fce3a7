// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("kind", "text"))]
pub struct TextPart {
    /// The text.
    pub text: String,
}
