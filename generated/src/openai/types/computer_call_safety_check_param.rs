// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// A safety check to acknowledge before a computer action.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct ComputerCallSafetyCheckParam {
    /// ID of the check.
    pub id: String,
    /// Type of the check.
    pub code: Maybe<String>,
    /// Description of the check.
    pub message: Maybe<String>,
}
