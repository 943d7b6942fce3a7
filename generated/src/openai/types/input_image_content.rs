//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ImageDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::{Maybe, object};

/// An image for the model, by address or by stored file.
#[derive(Clone, Debug, PartialEq)]
pub struct InputImageContent {
    /// Address of the image, or the image as a data URL.
    pub image_url: Maybe<String>,
    /// Identifier of a stored file.
    pub file_id: Maybe<String>,
    /// How closely the model looks at the image.
    pub detail: ImageDetail,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
object!(InputImageContent {
    "type" = "input_image",
    image_url: maybe("image_url"),
    file_id: maybe("file_id"),
    detail: required("detail"),
    prompt_cache_breakpoint: optional("prompt_cache_breakpoint"),
});

impl InputImageContent {
    /// With what is required.
    pub fn new(detail: ImageDetail) -> Self {
        Self {
            image_url: Maybe::Absent,
            file_id: Maybe::Absent,
            detail,
            prompt_cache_breakpoint: None,
        }
    }

    pub fn image_url(mut self, image_url: impl Into<String>) -> Self {
        self.image_url = Maybe::Value(image_url.into());
        self
    }

    pub fn file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Maybe::Value(file_id.into());
        self
    }

    pub fn prompt_cache_breakpoint(
        mut self,
        prompt_cache_breakpoint: PromptCacheBreakpointConfig,
    ) -> Self {
        self.prompt_cache_breakpoint = Some(prompt_cache_breakpoint);
        self
    }
}
