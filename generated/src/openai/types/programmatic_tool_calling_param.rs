// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A tool that lets the model write programs that call tools.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "programmatic_tool_calling"))]
pub struct ProgrammaticToolCallingParam {}
