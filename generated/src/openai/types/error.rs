//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// Code of the error for programs, if it has one.
    pub code: Option<String>,
    /// Text of the error for a reader.
    pub message: String,
    /// Parameter that the error is about, if any.
    pub param: Option<String>,
    /// Kind of the error.
    pub r#type: String,
}
object!(Error {
    code: nullable("code"),
    message: required("message"),
    param: nullable("param"),
    r#type: required("type"),
});
