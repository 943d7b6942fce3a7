// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The command timed out.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "timeout"))]
#[non_exhaustive]
pub struct FunctionShellCallOutputTimeoutOutcome {}
