//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Presses keys.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPressAction {
    /// Keys to press together.
    pub keys: Vec<String>,
}
object!(KeyPressAction {
    "type" = "keypress",
    keys: required("keys"),
});

impl KeyPressAction {
    /// With what is required.
    pub fn new(keys: impl Into<Vec<String>>) -> Self {
        Self { keys: keys.into() }
    }
}
