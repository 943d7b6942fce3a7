//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// What to make the name from.
#[derive(Clone, Debug, PartialEq)]
pub struct GenerateConversationNameBody {
    /// Text that tells what the conversation is about.
    ///
    /// At least 1 character.
    pub context: String,
}
object!(GenerateConversationNameBody {
    context: required("context"),
});

impl GenerateConversationNameBody {
    /// With what is required.
    pub fn new(context: impl Into<String>) -> Self {
        Self {
            context: context.into(),
        }
    }
}
