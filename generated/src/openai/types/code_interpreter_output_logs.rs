// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// What code wrote.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "logs"))]
pub struct CodeInterpreterOutputLogs {
    /// The text.
    pub logs: String,
}
