//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Tells that the model declines.
    pub struct RefusalContent {
        "type" = "refusal",
        /// Why the model declines.
        refusal: required(String) = "refusal",
    }
    new(refusal(String))
}
