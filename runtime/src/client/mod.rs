//! Clients: their configuration, shared state, and servers.

mod base_url;
pub(crate) mod config;
pub(crate) mod core;
mod server;
