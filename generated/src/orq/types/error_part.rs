// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A failure.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("kind", "error"))]
pub struct ErrorPart {
    /// What went wrong.
    pub error: String,
    /// Status code of the failure.
    pub code: Option<f64>,
}
