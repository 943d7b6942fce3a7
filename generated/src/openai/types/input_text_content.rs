//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PromptCacheBreakpointConfig;
use apiarist_runtime::object;

object! {
    /// Text for the model.
    pub struct InputTextContent {
        "type" = "input_text",
        /// The text.
        text: required(String) = "text",
        /// Lets the prompt cache end at this part.
        prompt_cache_breakpoint: optional(PromptCacheBreakpointConfig) = "prompt_cache_breakpoint",
    }
    new(text(String))
}
