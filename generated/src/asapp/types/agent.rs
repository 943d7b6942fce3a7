// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The agent who serves the customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct Agent {
    /// Your own identifier of the agent.
    #[wire("externalId")]
    pub external_id: String,
    /// Name of the agent as shown to people.
    pub name: Option<String>,
}
