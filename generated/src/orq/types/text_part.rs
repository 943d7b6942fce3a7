//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Text.
    pub struct TextPart {
        "kind" = "text",
        /// The text.
        text: required(String) = "text",
    }
    new(text(String))
}
