//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The command took too long.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionShellCallOutputTimeoutOutcomeParam {}
object!(FunctionShellCallOutputTimeoutOutcomeParam { "type" = "timeout" });
