// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The command took too long.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "timeout"))]
#[non_exhaustive]
pub struct FunctionShellCallOutputTimeoutOutcome {}
