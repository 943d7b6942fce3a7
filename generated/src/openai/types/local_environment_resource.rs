//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The machine of the caller.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalEnvironmentResource {}
object!(LocalEnvironmentResource { "type" = "local" });
