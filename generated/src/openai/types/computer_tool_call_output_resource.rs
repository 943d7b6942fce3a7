// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage};
use apiarist_runtime::{Object, StringEnum};

/// A stored picture of the screen after an action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "computer_call_output"))]
#[non_exhaustive]
pub struct ComputerToolCallOutputResource {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Checks that the caller has confirmed.
    pub acknowledged_safety_checks: Option<Vec<ComputerCallSafetyCheckParam>>,
    /// Picture of the screen.
    pub output: ComputerScreenshotImage,
    /// How far the result is.
    pub status: ComputerToolCallOutputResourceStatus,
    /// Who made the item.
    pub created_by: Option<String>,
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ComputerToolCallOutputResourceStatus {
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `incomplete`
    #[wire("incomplete")]
    Incomplete,
    /// A value that this version does not know.
    Unknown(String),
}
