//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Marks where the prompt cache shall end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PromptCacheBreakpointParam {}
object!(PromptCacheBreakpointParam {
    "mode" = "explicit",
});
