//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Types text.
    pub struct TypeParam {
        "type" = "type",
        /// Text to type.
        text: required(String) = "text",
    }
    new(text(String))
}
