//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Presses keys.
    pub struct KeyPressAction {
        "type" = "keypress",
        /// Keys to press together.
        keys: required(Vec<String>) = "keys",
    }
    new(keys(Vec<String>))
}
