//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Agent, Customer};
use apiarist_runtime::{DateTime, object};
use std::collections::BTreeMap;

object! {
    /// A conversation to store, with the time it began.
    pub struct TimeBasedConversation {
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
        /// When the conversation began. Without an offset it is read as UTC.
        timestamp: required(DateTime) = "timestamp",
    }
    new(external_id(String), customer(Customer), timestamp(DateTime))
}
