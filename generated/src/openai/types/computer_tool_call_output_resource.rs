// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage};
use apiarist_runtime::{Object, StringEnum};

/// A stored result of a computer action.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "computer_call_output"))]
#[non_exhaustive]
pub struct ComputerToolCallOutputResource {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Safety checks that the caller has acknowledged.
    pub acknowledged_safety_checks: Option<Vec<ComputerCallSafetyCheckParam>>,
    /// Screenshot after the action.
    pub output: ComputerScreenshotImage,
    /// Status of the result.
    pub status: ComputerToolCallOutputResourceStatus,
    /// Creator of the item.
    pub created_by: Option<String>,
}

/// Status of the item.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ComputerToolCallOutputResourceStatus {
    /// `completed`
    Completed,
    /// `incomplete`
    Incomplete,
    /// A value unknown to this version.
    Unknown(String),
}
