//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Who speaks. `system` may send messages but takes no part in the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    Agent,
    Customer,
    System,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(Role {
    Agent: "agent",
    Customer: "customer",
    System: "system",
});
