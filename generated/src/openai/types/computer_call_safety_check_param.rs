//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A check to be confirmed before an action.
    pub struct ComputerCallSafetyCheckParam {
        /// Identifier of the check.
        id: required(String) = "id",
        /// Kind of the check.
        code: maybe(String) = "code",
        /// Text of the check.
        message: maybe(String) = "message",
    }
    new(id(String))
}
