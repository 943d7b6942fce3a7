//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProgramOutputStatus {
    Completed,
    Incomplete,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ProgramOutputStatus {
    Completed: "completed",
    Incomplete: "incomplete",
});
