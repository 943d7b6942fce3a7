//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// Kind of a proposed task.
    pub enum TaskType {
        MergeConflicts = "MERGE_CONFLICTS",
        FailingChecks = "FAILING_CHECKS",
        UnresolvedComments = "UNRESOLVED_COMMENTS",
        OpenIssue = "OPEN_ISSUE",
        OpenPr = "OPEN_PR",
        CreateMicroagent = "CREATE_MICROAGENT",
    }
}
