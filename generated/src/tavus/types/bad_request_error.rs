//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    pub struct BadRequestError {
        /// What is wrong with the request.
        error: optional(String) = "error",
    }
}
