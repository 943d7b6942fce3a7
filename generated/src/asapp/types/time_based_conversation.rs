// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Agent, Customer};
use apiarist_runtime::{DateTime, Object};
use std::collections::BTreeMap;

/// A conversation to store, with the time it began.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct TimeBasedConversation {
    /// Identifier that ASAPP gave the conversation.
    pub id: Option<String>,
    /// Identifier of the conversation in your own system.
    #[wire("externalId")]
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
