//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What to change.
    pub struct UpdateConversationBody {
        /// Name for people to read. 1 to 100 characters.
        display_name: optional(String) = "displayName",
    }
    new()
}
