// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

mod agent;
mod auth_object;
mod conversation;
mod conversations_calls;
mod customer;
mod message;
mod message_out;
mod role;
mod time_based_conversation;

pub use agent::*;
pub use auth_object::*;
pub use conversation::*;
pub use conversations_calls::*;
pub use customer::*;
pub use message::*;
pub use message_out::*;
pub use role::*;
pub use time_based_conversation::*;
