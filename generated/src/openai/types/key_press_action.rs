//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{list, object};

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
    pub fn new(keys: impl IntoIterator<Item: Into<String>>) -> Self {
        Self { keys: list(keys) }
    }
}
