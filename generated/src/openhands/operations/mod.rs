// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

/// Responses by status that several operations share. Programs name them after an operation, in the module above.
pub mod shared;
mod conversations;

pub use conversations::*;
