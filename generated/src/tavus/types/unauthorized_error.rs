//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    pub struct UnauthorizedError {
        /// Why the key was turned down.
        message: optional(String) = "message",
    }
}
