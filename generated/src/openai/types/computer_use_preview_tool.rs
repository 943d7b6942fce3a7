// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ComputerEnvironment;
use apiarist_runtime::Object;

/// The first version of the tool that performs computer actions.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "computer_use_preview"))]
pub struct ComputerUsePreviewTool {
    /// Type of the computer environment.
    pub environment: ComputerEnvironment,
    /// Width of the display.
    pub display_width: i64,
    /// Height of the display.
    pub display_height: i64,
}
