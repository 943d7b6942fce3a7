//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Error;
use apiarist_runtime::object;

object! {
    /// Body of every error.
    pub struct ErrorResponse {
        /// What went wrong.
        error: required(Error) = "error",
    }
}
