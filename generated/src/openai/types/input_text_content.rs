// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PromptCacheBreakpointConfig;
use apiarist_runtime::Object;

/// Text for the model.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "input_text"))]
pub struct InputTextContent {
    /// The text.
    pub text: String,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
}
