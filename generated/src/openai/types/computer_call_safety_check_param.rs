// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// A check to be confirmed before an action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct ComputerCallSafetyCheckParam {
    /// Identifier of the check.
    pub id: String,
    /// Kind of the check.
    pub code: Maybe<String>,
    /// Text of the check.
    pub message: Maybe<String>,
}
