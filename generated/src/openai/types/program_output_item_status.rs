// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Final status of a program.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProgramOutputItemStatus {
    /// `completed`
    Completed,
    /// `incomplete`
    Incomplete,
    /// A value unknown to this version.
    Unknown(String),
}
