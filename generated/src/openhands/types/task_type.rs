// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Type of a suggested task.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash, rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum TaskType {
    /// `MERGE_CONFLICTS`
    MergeConflicts,
    /// `FAILING_CHECKS`
    FailingChecks,
    /// `UNRESOLVED_COMMENTS`
    UnresolvedComments,
    /// `OPEN_ISSUE`
    OpenIssue,
    /// `OPEN_PR`
    OpenPr,
    /// `CREATE_MICROAGENT`
    CreateMicroagent,
    /// A value unknown to this version.
    Unknown(String),
}
