// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{DateTime, Object};
use std::collections::BTreeMap;

/// A conversation to store, with its start time.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct TimeBasedConversation {
    /// ASAPP's ID for the conversation.
    pub id: Option<String>,
    /// ID of the conversation in your system.
    #[wire("externalId")]
    pub external_id: String,
    /// The agent assigned to the conversation.
    pub agent: Option<TimeBasedConversationAgent>,
    /// The customer in the conversation.
    pub customer: TimeBasedConversationCustomer,
    /// Key-value pairs for sorting and filtering conversations.
    pub metadata: Option<BTreeMap<String, String>>,
    /// Start time of the conversation. Interpreted as UTC if it has no offset.
    pub timestamp: DateTime,
}

/// The agent assigned to the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct TimeBasedConversationAgent {
    /// Your ID for the agent.
    #[wire("externalId")]
    pub external_id: String,
    /// Display name of the agent.
    pub name: Option<String>,
}

/// The customer in the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct TimeBasedConversationCustomer {
    /// Your ID for the customer.
    #[wire("externalId")]
    pub external_id: String,
    /// Display name of the customer.
    pub name: Option<String>,
}
