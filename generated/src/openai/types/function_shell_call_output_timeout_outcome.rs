// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The command timed out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "timeout"))]
#[non_exhaustive]
pub struct FunctionShellCallOutputTimeoutOutcome {}
