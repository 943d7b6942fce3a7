// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

//! A client for orq.ai conversations.
//!
//! Manage conversations and generate model responses in them.
//!
//! # Quick start
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(feature = "client")] {
//! use conversation_apis::orq::Client;
//!
//! let client = Client::from_env()?; // ORQ_API_KEY
//! let response = client.conversations().list().await?;
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
//! - [`ClientBuilder::api_key`]: a bearer token,
//!   read from `ORQ_API_KEY`
//!
//! # Operations
//! - [`Client::conversations`]: Conversations and their responses.
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
