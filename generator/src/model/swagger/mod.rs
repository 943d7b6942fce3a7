//! Constructs of Swagger 2.0 that differ from later versions, read into the same nodes.
//!
//! A body is a parameter, and so is each property of a form; a parameter is its own schema; media types are listed once
//! for an operation or for the whole document; the server is split into parts. Everything else is read by the other
//! modules of the model.

mod body;
mod collection_format;
mod media_types;
mod parameter;
mod response;
mod security;
mod server;

pub(crate) use collection_format::TAB_DELIMITED;
pub(super) use parameter::{describes_itself, is_in_body};
pub(super) use security::in_later_words;
