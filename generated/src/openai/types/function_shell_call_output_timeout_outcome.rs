//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The command took too long.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionShellCallOutputTimeoutOutcome {}
object!(FunctionShellCallOutputTimeoutOutcome { "type" = "timeout" });
