//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Agent, Customer};
use apiarist_runtime::{DateTime, object};
use std::collections::BTreeMap;

/// A conversation to store, with the time it began.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeBasedConversation {
    /// Identifier that ASAPP gave the conversation.
    pub id: Option<String>,
    /// Identifier of the conversation in your own system.
    pub external_id: String,
    /// The agent who serves the customer.
    pub agent: Option<Agent>,
    /// The customer who takes part.
    pub customer: Customer,
    /// Free text values by key, for sorting and filtering conversations.
    pub metadata: Option<BTreeMap<String, String>>,
    /// When the conversation began. Without an offset it is read as UTC.
    pub timestamp: DateTime,
}
object!(TimeBasedConversation {
    id: optional("id"),
    external_id: required("externalId"),
    agent: optional("agent"),
    customer: required("customer"),
    metadata: optional("metadata"),
    timestamp: required("timestamp"),
});

impl TimeBasedConversation {
    /// With what is required.
    pub fn new(external_id: impl Into<String>, customer: Customer, timestamp: DateTime) -> Self {
        Self {
            id: None,
            external_id: external_id.into(),
            agent: None,
            customer,
            metadata: None,
            timestamp,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    pub fn agent(mut self, agent: Agent) -> Self {
        self.agent = Some(agent);
        self
    }

    pub fn metadata(mut self, metadata: BTreeMap<String, String>) -> Self {
        self.metadata = Some(metadata);
        self
    }
}
