//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What went wrong.
    pub struct Error {
        /// Code of the error for programs, if it has one.
        code: nullable(String) = "code",
        /// Text of the error for a reader.
        message: required(String) = "message",
        /// Parameter that the error is about, if any.
        param: nullable(String) = "param",
        /// Kind of the error.
        r#type: required(String) = "type",
    }
}
