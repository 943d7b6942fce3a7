//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage, FunctionCallItemStatus};
use apiarist_runtime::{Maybe, list, object};

/// What the screen shows after an action.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputerCallOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    ///
    /// 1 to 64 characters.
    pub call_id: String,
    /// Picture of the screen.
    pub output: ComputerScreenshotImage,
    /// Checks that the caller has confirmed.
    pub acknowledged_safety_checks: Maybe<Vec<ComputerCallSafetyCheckParam>>,
    /// How far the item is.
    pub status: Maybe<FunctionCallItemStatus>,
}
object!(ComputerCallOutputItemParam {
    "type" = "computer_call_output",
    id: maybe("id"),
    call_id: required("call_id"),
    output: required("output"),
    acknowledged_safety_checks: maybe("acknowledged_safety_checks"),
    status: maybe("status"),
});

impl ComputerCallOutputItemParam {
    /// With what is required.
    pub fn new(call_id: impl Into<String>, output: ComputerScreenshotImage) -> Self {
        Self {
            id: Maybe::Absent,
            call_id: call_id.into(),
            output,
            acknowledged_safety_checks: Maybe::Absent,
            status: Maybe::Absent,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }

    pub fn acknowledged_safety_checks(
        mut self,
        acknowledged_safety_checks: impl IntoIterator<Item: Into<ComputerCallSafetyCheckParam>>,
    ) -> Self {
        self.acknowledged_safety_checks = Maybe::Value(list(acknowledged_safety_checks));
        self
    }

    pub fn status(mut self, status: FunctionCallItemStatus) -> Self {
        self.status = Maybe::Value(status);
        self
    }
}
