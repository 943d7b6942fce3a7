// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

mod conversations;

pub use conversations::*;
