//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateMessageResponse {
    /// Identifier that ASAPP gave the message.
    pub id: Option<String>,
}
object!(CreateMessageResponse { id: optional("id") });
