// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

//! A client of OpenHands conversations.
//!
//! Conversations with a coding agent and the workspaces it works in: the first generation of the interface.
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
//! [`Client::from_env`] reads credentials from the environment; each has a setter of
//! [`ClientBuilder`] as well:
//!
//! - [`ClientBuilder::api_key_header`]: an API key in the header `X-Session-API-Key`,
//!   from `OPENHANDS_API_KEY`
//!
//! # Operations
//! - [`Client::conversations`]: 20 operations.
#![cfg_attr(
    not(feature = "client"),
    allow(rustdoc::broken_intra_doc_links, reason = "the links are to calls")
)]

#[cfg(feature = "client")]
mod client;

/// Groups of operations and the calls they make.
#[cfg(feature = "client")]
pub mod operations;

/// The types that calls take and answer with.
pub mod types;

#[cfg(feature = "client")]
pub use client::{Client, ClientBuilder, Server};
