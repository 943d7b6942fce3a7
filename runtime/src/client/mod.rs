//! A client: how it is configured, what it holds, and where its servers are.

mod base_url;
pub(crate) mod config;
pub(crate) mod core;
mod server;
