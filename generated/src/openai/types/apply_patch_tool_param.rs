//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::CallableToolAllowedCaller;
use apiarist_runtime::{Maybe, list, object};

/// Changes files by patches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApplyPatchToolParam {
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}
object!(ApplyPatchToolParam {
    "type" = "apply_patch",
    allowed_callers: maybe("allowed_callers"),
});

impl ApplyPatchToolParam {
    pub fn allowed_callers(
        mut self,
        allowed_callers: impl IntoIterator<Item: Into<CallableToolAllowedCaller>>,
    ) -> Self {
        self.allowed_callers = Maybe::Value(list(allowed_callers));
        self
    }
}
