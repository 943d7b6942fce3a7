//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Runs commands on the machine of the caller.
    pub struct LocalShellToolParam {
        "type" = "local_shell",
    }
    new()
}
