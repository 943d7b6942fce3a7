//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Acts on a screen.
    pub struct ComputerTool {
        "type" = "computer",
    }
    new()
}
