//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// How far the result of an action is.
    pub enum ComputerCallOutputStatus {
        Completed = "completed",
        Incomplete = "incomplete",
        Failed = "failed",
    }
}
