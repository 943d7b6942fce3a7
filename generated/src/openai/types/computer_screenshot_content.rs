//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ImageDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::object;

object! {
    /// A picture of a screen.
    pub struct ComputerScreenshotContent {
        "type" = "computer_screenshot",
        /// Address of the picture.
        image_url: nullable(String) = "image_url",
        /// Identifier of a stored file.
        file_id: nullable(String) = "file_id",
        /// How closely the model looks at the picture.
        detail: required(ImageDetail) = "detail",
        /// Lets the prompt cache end at this part.
        prompt_cache_breakpoint: optional(PromptCacheBreakpointConfig) = "prompt_cache_breakpoint",
    }
}
