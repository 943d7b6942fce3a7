//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComputerEnvironment;
use apiarist_runtime::object;

/// Acts on a screen, in its first version.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputerUsePreviewTool {
    /// Kind of the computer.
    pub environment: ComputerEnvironment,
    /// Width of the screen.
    pub display_width: i64,
    /// Height of the screen.
    pub display_height: i64,
}
object!(ComputerUsePreviewTool {
    "type" = "computer_use_preview",
    environment: required("environment"),
    display_width: required("display_width"),
    display_height: required("display_height"),
});

impl ComputerUsePreviewTool {
    /// With what is required.
    pub fn new(environment: ComputerEnvironment, display_width: i64, display_height: i64) -> Self {
        Self {
            environment,
            display_width,
            display_height,
        }
    }
}
