//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// Who speaks. `system` may send messages but takes no part in the conversation.
    pub enum Role {
        Agent = "agent",
        Customer = "customer",
        System = "system",
    }
}
