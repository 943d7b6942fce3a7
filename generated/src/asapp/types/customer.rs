// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The customer in the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct Customer {
    /// Your ID for the customer.
    #[wire("externalId")]
    pub external_id: String,
    /// Display name of the customer.
    pub name: Option<String>,
}
