// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;
use std::collections::BTreeMap;

/// A conversation between a customer and an agent.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Conversation {
    /// ASAPP's ID for the conversation.
    pub id: Option<String>,
    /// ID of the conversation in your system.
    #[wire("externalId")]
    pub external_id: String,
    /// The agent assigned to the conversation.
    pub agent: Option<Agent>,
    /// The customer in the conversation.
    pub customer: Customer,
    /// Key-value pairs for sorting and filtering conversations.
    pub metadata: Option<BTreeMap<String, String>>,
}

/// The agent assigned to the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Agent {
    /// Your ID for the agent.
    #[wire("externalId")]
    pub external_id: String,
    /// Display name of the agent.
    pub name: Option<String>,
}

/// The customer in the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Customer {
    /// Your ID for the customer.
    #[wire("externalId")]
    pub external_id: String,
    /// Display name of the customer.
    pub name: Option<String>,
}
