//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;
use std::collections::BTreeMap;

object! {
    /// Runs a command.
    pub struct LocalShellExecAction {
        "type" = "exec",
        /// Program and arguments.
        command: required(Vec<String>) = "command",
        /// Longest time to run, in milliseconds.
        timeout_ms: maybe(i64) = "timeout_ms",
        /// Folder to run in.
        working_directory: maybe(String) = "working_directory",
        /// Environment variables.
        env: required(BTreeMap<String, String>) = "env",
        /// User to run as.
        user: maybe(String) = "user",
    }
    new(command(Vec<String>), env(BTreeMap<String, String>))
}
