//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PromptCacheBreakpointParam;
use apiarist_runtime::object;

object! {
    /// Text for the model.
    pub struct InputTextContentParam {
        "type" = "input_text",
        /// The text. At most 10485760 characters.
        text: required(String) = "text",
        /// Lets the prompt cache end at this part.
        prompt_cache_breakpoint: maybe(PromptCacheBreakpointParam) = "prompt_cache_breakpoint",
    }
    new(text(String))
}
