//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Acts on a screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComputerTool {}
object!(ComputerTool {
    "type" = "computer",
});
