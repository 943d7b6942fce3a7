//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Metadata;
use apiarist_runtime::object;

object! {
    /// What to change in a conversation.
    pub struct UpdateConversationBody {
        /// Key-value pairs to store instead of the present ones; `null` removes them.
        metadata: nullable(Metadata) = "metadata",
    }
    new(metadata(Option<Metadata>))
}
