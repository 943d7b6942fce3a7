//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ValidationError;
use apiarist_runtime::object;

object! {
    /// What in a request does not fit.
    pub struct HttpValidationError {
        /// One entry for each fault.
        detail: optional(Vec<ValidationError>) = "detail",
    }
}
