//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Runs commands on the machine of the caller.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalShellToolParam {}
object!(LocalShellToolParam {
    "type" = "local_shell",
});
