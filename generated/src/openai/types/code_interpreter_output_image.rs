//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What code drew.
    pub struct CodeInterpreterOutputImage {
        "type" = "image",
        /// Address of the image.
        url: required(String) = "url",
    }
    new(url(String))
}
