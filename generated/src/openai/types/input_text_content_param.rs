// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::PromptCacheBreakpointParam;
use apiarist_runtime::{Maybe, Object};

/// Text input for the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "input_text"))]
pub struct InputTextContentParam {
    /// The text. At most 10485760 characters.
    pub text: String,
    /// Prompt cache breakpoint after this part.
    pub prompt_cache_breakpoint: Maybe<PromptCacheBreakpointParam>,
}
