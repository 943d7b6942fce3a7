//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::MessageOut;
use apiarist_runtime::object;

object! {
    pub struct GetMessagesByExternalIdResponse {
        /// What was found.
        items: optional(Vec<MessageOut>) = "items",
    }
}
