//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The agent who serves the customer.
    pub struct Agent {
        /// Your own identifier of the agent.
        external_id: required(String) = "externalId",
        /// Name of the agent as shown to people.
        name: optional(String) = "name",
    }
    new(external_id(String))
}
