// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

/// Types that several locations share. Programs name a type after its location, in the module above.
pub mod shared;
mod auth_object;
mod conversation;
mod conversations_calls;
mod message;
mod message_out;
mod time_based_conversation;

pub use auth_object::*;
pub use conversation::*;
pub use conversations_calls::*;
pub use message::*;
pub use message_out::*;
pub use time_based_conversation::*;
