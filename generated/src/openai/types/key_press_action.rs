// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A key press.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "keypress"))]
pub struct KeyPressAction {
    /// Keys to press at the same time.
    pub keys: Vec<String>,
}
