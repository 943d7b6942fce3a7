//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Lets the model write programs that call tools.
    pub struct ProgrammaticToolCallingParam {
        "type" = "programmatic_tool_calling",
    }
    new()
}
