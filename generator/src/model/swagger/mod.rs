//! What Swagger 2.0 says elsewhere or otherwise than the versions after it, read into the same nodes.
//!
//! A body is a parameter, and so is each member of a form; a parameter is its own schema; media types are listed
//! once for an operation or for the whole document; the server is told in pieces. Everything else is read by the
//! files beside this folder.

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
