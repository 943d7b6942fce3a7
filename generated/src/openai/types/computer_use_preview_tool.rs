// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComputerEnvironment;
use apiarist_runtime::Object;

/// Acts on a screen, in its first version.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "computer_use_preview"))]
pub struct ComputerUsePreviewTool {
    /// Kind of the computer.
    pub environment: ComputerEnvironment,
    /// Width of the screen.
    pub display_width: i64,
    /// Height of the screen.
    pub display_height: i64,
}
