//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The model made the call itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DirectToolCallCallerParam {}
object!(DirectToolCallCallerParam { "type" = "direct" });
