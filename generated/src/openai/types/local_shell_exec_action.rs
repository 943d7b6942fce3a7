// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};
use std::collections::BTreeMap;

/// A command to run.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "exec"))]
pub struct LocalShellExecAction {
    /// Program and its arguments.
    pub command: Vec<String>,
    /// Maximum run time, in milliseconds.
    pub timeout_ms: Maybe<i64>,
    /// Working directory.
    pub working_directory: Maybe<String>,
    /// Environment variables.
    pub env: BTreeMap<String, String>,
    /// User to run as.
    pub user: Maybe<String>,
}
