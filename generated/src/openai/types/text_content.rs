//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Plain text.
    pub struct TextContent {
        "type" = "text",
        /// The text.
        text: required(String) = "text",
    }
}
