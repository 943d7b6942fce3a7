//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Waits for a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaitParam {}
object!(WaitParam { "type" = "wait" });
