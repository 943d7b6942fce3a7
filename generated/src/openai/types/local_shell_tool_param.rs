// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A tool that runs commands on the caller's machine.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "local_shell"))]
pub struct LocalShellToolParam {}
