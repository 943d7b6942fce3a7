// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Presses keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "keypress"))]
pub struct KeyPressAction {
    /// Keys to press together.
    pub keys: Vec<String>,
}
