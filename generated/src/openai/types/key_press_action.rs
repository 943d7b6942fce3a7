// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A key press.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "keypress"))]
pub struct KeyPressAction {
    /// Keys to press at the same time.
    pub keys: Vec<String>,
}
