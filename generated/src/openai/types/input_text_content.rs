//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PromptCacheBreakpointConfig;
use apiarist_runtime::object;

/// Text for the model.
#[derive(Clone, Debug, PartialEq)]
pub struct InputTextContent {
    /// The text.
    pub text: String,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
object!(InputTextContent {
    "type" = "input_text",
    text: required("text"),
    prompt_cache_breakpoint: optional("prompt_cache_breakpoint"),
});

impl InputTextContent {
    /// With what is required.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            prompt_cache_breakpoint: None,
        }
    }

    pub fn prompt_cache_breakpoint(
        mut self,
        prompt_cache_breakpoint: PromptCacheBreakpointConfig,
    ) -> Self {
        self.prompt_cache_breakpoint = Some(prompt_cache_breakpoint);
        self
    }
}
