//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DetailEnum, PromptCacheBreakpointParam};
use apiarist_runtime::{Maybe, object};

/// An image for the model, by address or by stored file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputImageContentParamAutoParam {
    /// Address of the image, or the image as a data URL.
    pub image_url: Maybe<String>,
    /// Identifier of a stored file.
    pub file_id: Maybe<String>,
    /// How closely the model looks at the image.
    pub detail: Maybe<DetailEnum>,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Maybe<PromptCacheBreakpointParam>,
}
object!(InputImageContentParamAutoParam {
    "type" = "input_image",
    image_url: maybe("image_url"),
    file_id: maybe("file_id"),
    detail: maybe("detail"),
    prompt_cache_breakpoint: maybe("prompt_cache_breakpoint"),
});

impl InputImageContentParamAutoParam {
    pub fn image_url(mut self, image_url: impl Into<String>) -> Self {
        self.image_url = Maybe::Value(image_url.into());
        self
    }

    pub fn file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Maybe::Value(file_id.into());
        self
    }

    pub fn detail(mut self, detail: DetailEnum) -> Self {
        self.detail = Maybe::Value(detail);
        self
    }

    pub fn prompt_cache_breakpoint(
        mut self,
        prompt_cache_breakpoint: PromptCacheBreakpointParam,
    ) -> Self {
        self.prompt_cache_breakpoint = Maybe::Value(prompt_cache_breakpoint);
        self
    }
}
