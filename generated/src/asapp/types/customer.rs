// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The customer who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct Customer {
    /// Your own identifier of the customer.
    #[wire("externalId")]
    pub external_id: String,
    /// Name of the customer as shown to people.
    pub name: Option<String>,
}
