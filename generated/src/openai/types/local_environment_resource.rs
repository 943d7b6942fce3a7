// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The caller's machine.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "local"))]
#[non_exhaustive]
pub struct LocalEnvironmentResource {}
