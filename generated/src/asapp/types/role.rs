// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Who speaks. `system` may send messages but takes no part in the conversation.
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
    /// A value that this version does not know.
    Unknown(String),
}
