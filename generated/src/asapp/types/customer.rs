//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The customer who takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    /// Your own identifier of the customer.
    pub external_id: String,
    /// Name of the customer as shown to people.
    pub name: Option<String>,
}
object!(Customer {
    external_id: required("externalId"),
    name: optional("name"),
});

impl Customer {
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
