// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

//! A client for OpenAI Conversations.
//!
//! Manage stored conversations and their items.
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
//! [`Client::from_env`] reads credentials from the environment. Each credential also has a setter on
//! [`ClientBuilder`]:
//!
//! - [`ClientBuilder::api_key_auth`]: a bearer token,
//!   read from `OPENAI_API_KEY`
//!
//! # Operations
//! - [`Client::conversations`]: Conversations and their items.
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
pub use client::{Client, ClientBuilder};
