//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    pub struct CreateMessageResponse {
        /// Identifier that ASAPP gave the message.
        id: optional(String) = "id",
    }
}
