//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Marks where the prompt cache shall end.
    pub struct PromptCacheBreakpointConfig {
        "mode" = "explicit",
    }
    new()
}
