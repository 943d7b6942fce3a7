//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage, Status};
use apiarist_runtime::{list, object};

/// What the screen shows after an action.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputerToolCallOutput {
    /// Identifier of the item.
    pub id: Option<String>,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Checks that the caller has confirmed.
    pub acknowledged_safety_checks: Option<Vec<ComputerCallSafetyCheckParam>>,
    /// Picture of the screen.
    pub output: ComputerScreenshotImage,
    /// How far the item is.
    pub status: Option<Status>,
}
object!(ComputerToolCallOutput {
    "type" = "computer_call_output",
    id: optional("id"),
    call_id: required("call_id"),
    acknowledged_safety_checks: optional("acknowledged_safety_checks"),
    output: required("output"),
    status: optional("status"),
});

impl ComputerToolCallOutput {
    /// With what is required.
    pub fn new(call_id: impl Into<String>, output: ComputerScreenshotImage) -> Self {
        Self {
            id: None,
            call_id: call_id.into(),
            acknowledged_safety_checks: None,
            output,
            status: None,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    pub fn acknowledged_safety_checks(
        mut self,
        acknowledged_safety_checks: impl IntoIterator<Item: Into<ComputerCallSafetyCheckParam>>,
    ) -> Self {
        self.acknowledged_safety_checks = Some(list(acknowledged_safety_checks));
        self
    }

    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }
}
