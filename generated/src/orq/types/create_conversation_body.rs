//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The new conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateConversationBody {
    /// Name for people to read.
    ///
    /// 1 to 100 characters.
    pub display_name: String,
}
object!(CreateConversationBody {
    display_name: required("displayName"),
});

impl CreateConversationBody {
    /// With what is required.
    pub fn new(display_name: impl Into<String>) -> Self {
        Self {
            display_name: display_name.into(),
        }
    }
}
