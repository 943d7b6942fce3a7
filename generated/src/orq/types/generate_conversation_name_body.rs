//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What to make the name from.
    pub struct GenerateConversationNameBody {
        /// Text that tells what the conversation is about. At least 1 character.
        context: required(String) = "context",
    }
    new(context(String))
}
