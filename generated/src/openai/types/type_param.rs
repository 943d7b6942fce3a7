// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Text input.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "type"))]
pub struct TypeParam {
    /// Text to type.
    pub text: String,
}
