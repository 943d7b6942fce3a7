// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Role of the sender. `system` can send messages but is not a participant of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum Role {
    /// `agent`
    #[wire("agent")]
    Agent,
    /// `customer`
    #[wire("customer")]
    Customer,
    /// `system`
    #[wire("system")]
    System,
    /// A value unknown to this version.
    Unknown(String),
}
