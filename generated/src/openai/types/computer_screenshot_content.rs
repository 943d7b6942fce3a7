//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ImageDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::object;

/// A picture of a screen.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ComputerScreenshotContent {
    /// Address of the picture.
    pub image_url: Option<String>,
    /// Identifier of a stored file.
    pub file_id: Option<String>,
    /// How closely the model looks at the picture.
    pub detail: ImageDetail,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
object!(ComputerScreenshotContent {
    "type" = "computer_screenshot",
    image_url: nullable("image_url"),
    file_id: nullable("file_id"),
    detail: required("detail"),
    prompt_cache_breakpoint: optional("prompt_cache_breakpoint"),
});
