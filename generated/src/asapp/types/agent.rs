//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The agent who serves the customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Agent {
    /// Your own identifier of the agent.
    pub external_id: String,
    /// Name of the agent as shown to people.
    pub name: Option<String>,
}
object!(Agent {
    external_id: required("externalId"),
    name: optional("name"),
});

impl Agent {
    /// With what is required.
    pub fn new(external_id: impl Into<String>) -> Self {
        Self {
            external_id: external_id.into(),
            name: None,
        }
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
