//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// What to change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateConversationBody {
    /// Name for people to read.
    ///
    /// 1 to 100 characters.
    pub display_name: Option<String>,
}
object!(UpdateConversationBody {
    display_name: optional("displayName"),
});

impl UpdateConversationBody {
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }
}
