// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

//! A client of OpenAI Conversations.
//!
//! Conversations that the service keeps, and the items they consist of.
//!
//! # Quick start
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(feature = "client")] {
//! use conversation_apis::openai::Client;
//!
//! let client = Client::from_env()?; // OPENAI_API_KEY
//! let response = client.conversations().get("conversation_id").await?;
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
//! - [`ClientBuilder::api_key_auth`]: a bearer token,
//!   from `OPENAI_API_KEY`
//!
//! # Operations
//! - [`Client::conversations`]: Conversations and their items.
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
pub use client::{Client, ClientBuilder};
