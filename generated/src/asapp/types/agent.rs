// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The agent assigned to the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct Agent {
    /// Your ID for the agent.
    #[wire("externalId")]
    pub external_id: String,
    /// Display name of the agent.
    pub name: Option<String>,
}
