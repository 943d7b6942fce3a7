//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The customer who takes part.
    pub struct Customer {
        /// Your own identifier of the customer.
        external_id: required(String) = "externalId",
        /// Name of the customer as shown to people.
        name: optional(String) = "name",
    }
    new(external_id(String))
}
