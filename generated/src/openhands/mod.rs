// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

//! A client for OpenHands conversations.
//!
//! Manage conversations with a coding agent and their workspaces. First generation of the API.
//!
//! # Quick start
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(feature = "client")] {
//! use conversation_apis::openhands::Client;
//!
//! let client = Client::from_env()?; // OPENHANDS_API_KEY
//! let response = client.conversations().search().await?;
//! println!("{response:?}");
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! # Credentials
//! [`Client::from_env`] reads credentials from the environment. Each credential also has a setter on
//! [`ClientBuilder`]:
//!
//! - [`ClientBuilder::api_key_header`]: an API key in the header `X-Session-API-Key`,
//!   read from `OPENHANDS_API_KEY`
//!
//! # Operations
//! - [`Client::conversations`]: 20 operations.
#![cfg_attr(
    not(feature = "client"),
    allow(rustdoc::broken_intra_doc_links, reason = "the links point to calls")
)]

#[cfg(feature = "client")]
mod client;

/// Operation groups and their calls.
#[cfg(feature = "client")]
pub mod operations;

/// Request and response types.
pub mod types;

#[cfg(feature = "client")]
pub use client::{Client, ClientBuilder, Server};
