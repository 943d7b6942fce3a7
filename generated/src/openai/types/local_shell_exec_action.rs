//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, list, object};
use std::collections::BTreeMap;

/// Runs a command.
#[derive(Clone, Debug, PartialEq)]
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
object!(LocalShellExecAction {
    "type" = "exec",
    command: required("command"),
    timeout_ms: maybe("timeout_ms"),
    working_directory: maybe("working_directory"),
    env: required("env"),
    user: maybe("user"),
});

impl LocalShellExecAction {
    /// With what is required.
    pub fn new(
        command: impl IntoIterator<Item: Into<String>>,
        env: BTreeMap<String, String>,
    ) -> Self {
        Self {
            command: list(command),
            timeout_ms: Maybe::Absent,
            working_directory: Maybe::Absent,
            env,
            user: Maybe::Absent,
        }
    }

    pub fn timeout_ms(mut self, timeout_ms: i64) -> Self {
        self.timeout_ms = Maybe::Value(timeout_ms);
        self
    }

    pub fn working_directory(mut self, working_directory: impl Into<String>) -> Self {
        self.working_directory = Maybe::Value(working_directory.into());
        self
    }

    pub fn user(mut self, user: impl Into<String>) -> Self {
        self.user = Maybe::Value(user.into());
        self
    }
}
