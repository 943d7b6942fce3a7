//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Kind of a proposed task.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum TaskType {
    #[wire("MERGE_CONFLICTS")]
    MergeConflicts,
    #[wire("FAILING_CHECKS")]
    FailingChecks,
    #[wire("UNRESOLVED_COMMENTS")]
    UnresolvedComments,
    #[wire("OPEN_ISSUE")]
    OpenIssue,
    #[wire("OPEN_PR")]
    OpenPr,
    #[wire("CREATE_MICROAGENT")]
    CreateMicroagent,
    /// A value that this version does not know.
    Unknown(String),
}
