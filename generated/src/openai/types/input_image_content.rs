// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ImageDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::{Maybe, Object};

/// Image input for the model, from a URL or a stored file.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "input_image"))]
pub struct InputImageContent {
    /// URL of the image, which can be a data URL.
    pub image_url: Maybe<String>,
    /// ID of a stored file.
    pub file_id: Maybe<String>,
    /// Level of detail of the image.
    pub detail: ImageDetail,
    /// Prompt cache breakpoint after this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
