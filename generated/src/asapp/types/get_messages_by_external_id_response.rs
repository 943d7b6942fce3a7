//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::MessageOut;
use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMessagesByExternalIdResponse {
    /// What was found.
    pub items: Option<Vec<MessageOut>>,
}
object!(GetMessagesByExternalIdResponse {
    items: optional("items"),
});
