// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Error {
    /// Code of the error for programs, if it has one.
    #[wire(nullable)]
    pub code: Option<String>,
    /// Text of the error for a reader.
    pub message: String,
    /// Parameter that the error is about, if any.
    #[wire(nullable)]
    pub param: Option<String>,
    /// Kind of the error.
    pub r#type: String,
}
