//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PromptCacheBreakpointParam;
use apiarist_runtime::{Maybe, object};

/// Text for the model.
#[derive(Clone, Debug, PartialEq)]
pub struct InputTextContentParam {
    /// The text.
    ///
    /// At most 10485760 characters.
    pub text: String,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Maybe<PromptCacheBreakpointParam>,
}
object!(InputTextContentParam {
    "type" = "input_text",
    text: required("text"),
    prompt_cache_breakpoint: maybe("prompt_cache_breakpoint"),
});

impl InputTextContentParam {
    /// With what is required.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            prompt_cache_breakpoint: Maybe::Absent,
        }
    }

    pub fn prompt_cache_breakpoint(
        mut self,
        prompt_cache_breakpoint: PromptCacheBreakpointParam,
    ) -> Self {
        self.prompt_cache_breakpoint = Maybe::Value(prompt_cache_breakpoint);
        self
    }
}
