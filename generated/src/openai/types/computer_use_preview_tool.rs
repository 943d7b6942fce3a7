//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComputerEnvironment;
use apiarist_runtime::object;

object! {
    /// Acts on a screen, in its first version.
    pub struct ComputerUsePreviewTool {
        "type" = "computer_use_preview",
        /// Kind of the computer.
        environment: required(ComputerEnvironment) = "environment",
        /// Width of the screen.
        display_width: required(i64) = "display_width",
        /// Height of the screen.
        display_height: required(i64) = "display_height",
    }
    new(environment(ComputerEnvironment), display_width(i64), display_height(i64))
}
