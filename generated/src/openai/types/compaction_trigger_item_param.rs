//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Asks to shorten the conversation so far. It must be the last item of the input.
    pub struct CompactionTriggerItemParam {
        "type" = "compaction_trigger",
    }
    new()
}
