//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A failure.
    pub struct ErrorPart {
        "kind" = "error",
        /// What went wrong.
        error: required(String) = "error",
        /// Status code of the failure.
        code: optional(f64) = "code",
    }
    new(error(String))
}
