// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};
use std::collections::BTreeMap;

/// Runs a command.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "exec"))]
pub struct LocalShellExecAction {
    /// Program and arguments.
    pub command: Vec<String>,
    /// Longest time to run, in milliseconds.
    pub timeout_ms: Maybe<i64>,
    /// Folder to run in.
    pub working_directory: Maybe<String>,
    /// Environment variables.
    pub env: BTreeMap<String, String>,
    /// User to run as.
    pub user: Maybe<String>,
}
