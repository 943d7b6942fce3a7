// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

/// Types that several locations share. Programs name a type after its location, in the module above.
pub mod shared;
mod conversation;
mod conversations_calls;
mod create_conversation_request;
mod create_conversation_response;
mod recording_storage_config;

pub use conversation::*;
pub use conversations_calls::*;
pub use create_conversation_request::*;
pub use create_conversation_response::*;
pub use recording_storage_config::*;
