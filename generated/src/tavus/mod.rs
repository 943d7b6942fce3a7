// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

//! A client for Tavus Conversations.
//!
//! Create, read, and end video conversations between participants and a replica.
//!
//! # Quick start
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(feature = "client")] {
//! use conversation_apis::tavus::Client;
//!
//! let client = Client::from_env()?; // TAVUS_API_KEY
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
//! - [`ClientBuilder::api_key`]: an API key in the header `x-api-key`,
//!   read from `TAVUS_API_KEY`
//!
//! # Operations
//! - [`Client::conversations`]: Video conversations with a replica.
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
