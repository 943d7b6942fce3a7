// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ImageDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::Object;

/// A picture of a screen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "computer_screenshot"))]
#[non_exhaustive]
pub struct ComputerScreenshotContent {
    /// Address of the picture.
    #[wire(nullable)]
    pub image_url: Option<String>,
    /// Identifier of a stored file.
    #[wire(nullable)]
    pub file_id: Option<String>,
    /// How closely the model looks at the picture.
    pub detail: ImageDetail,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
