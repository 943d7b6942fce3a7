//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DetailEnum, PromptCacheBreakpointParam};
use apiarist_runtime::object;

object! {
    /// An image for the model, by address or by stored file.
    pub struct InputImageContentParamAutoParam {
        "type" = "input_image",
        /// Address of the image, or the image as a data URL.
        image_url: maybe(String) = "image_url",
        /// Identifier of a stored file.
        file_id: maybe(String) = "file_id",
        /// How closely the model looks at the image.
        detail: maybe(DetailEnum) = "detail",
        /// Lets the prompt cache end at this part.
        prompt_cache_breakpoint: maybe(PromptCacheBreakpointParam) = "prompt_cache_breakpoint",
    }
    new()
}
