//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Lets the model write programs that call tools.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgrammaticToolCallingParam {}
object!(ProgrammaticToolCallingParam {
    "type" = "programmatic_tool_calling",
});
