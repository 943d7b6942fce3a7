// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The command timed out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "timeout"))]
pub struct FunctionShellCallOutputTimeoutOutcomeParam {}
