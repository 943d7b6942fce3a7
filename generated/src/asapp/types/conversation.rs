//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Agent, Customer};
use apiarist_runtime::object;
use std::collections::BTreeMap;

object! {
    /// A conversation between a customer and an agent.
    pub struct Conversation {
        /// Identifier that ASAPP gave the conversation.
        id: optional(String) = "id",
        /// Identifier of the conversation in your own system.
        external_id: required(String) = "externalId",
        /// The agent who serves the customer.
        agent: optional(Agent) = "agent",
        /// The customer who takes part.
        customer: required(Customer) = "customer",
        /// Free text values by key, for sorting and filtering conversations.
        metadata: optional(BTreeMap<String, String>) = "metadata",
    }
}
