// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::PromptCacheBreakpointConfig;
use apiarist_runtime::Object;

/// Text input for the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "input_text"))]
pub struct InputTextContent {
    /// The text.
    pub text: String,
    /// Prompt cache breakpoint after this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
