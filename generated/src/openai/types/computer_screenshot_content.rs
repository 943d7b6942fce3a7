// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ImageDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::Object;

/// A screenshot.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "computer_screenshot"))]
#[non_exhaustive]
pub struct ComputerScreenshotContent {
    /// URL of the screenshot.
    #[wire(nullable)]
    pub image_url: Option<String>,
    /// ID of a stored file.
    #[wire(nullable)]
    pub file_id: Option<String>,
    /// Level of detail of the screenshot.
    pub detail: ImageDetail,
    /// Prompt cache breakpoint after this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
