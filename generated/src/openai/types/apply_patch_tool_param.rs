//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::CallableToolAllowedCaller;
use apiarist_runtime::object;

object! {
    /// Changes files by patches.
    pub struct ApplyPatchToolParam {
        "type" = "apply_patch",
        /// Who may call the tool: the model, its programs, or both.
        allowed_callers: maybe(Vec<CallableToolAllowedCaller>) = "allowed_callers",
    }
    new()
}
