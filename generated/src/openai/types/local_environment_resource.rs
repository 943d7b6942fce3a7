// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The machine of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "local"))]
#[non_exhaustive]
pub struct LocalEnvironmentResource {}
