//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How far the result of an action is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ComputerCallOutputStatus {
    Completed,
    Incomplete,
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ComputerCallOutputStatus {
    Completed: "completed",
    Incomplete: "incomplete",
    Failed: "failed",
});
