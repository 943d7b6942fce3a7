// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Type of a suggested task.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum TaskType {
    /// `MERGE_CONFLICTS`
    #[wire("MERGE_CONFLICTS")]
    MergeConflicts,
    /// `FAILING_CHECKS`
    #[wire("FAILING_CHECKS")]
    FailingChecks,
    /// `UNRESOLVED_COMMENTS`
    #[wire("UNRESOLVED_COMMENTS")]
    UnresolvedComments,
    /// `OPEN_ISSUE`
    #[wire("OPEN_ISSUE")]
    OpenIssue,
    /// `OPEN_PR`
    #[wire("OPEN_PR")]
    OpenPr,
    /// `CREATE_MICROAGENT`
    #[wire("CREATE_MICROAGENT")]
    CreateMicroagent,
    /// A value unknown to this version.
    Unknown(String),
}
