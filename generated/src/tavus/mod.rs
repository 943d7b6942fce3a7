// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

//! A client of Tavus Conversations.
//!
//! Makes, reads and ends video conversations between people and a replica.
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
//! [`Client::from_env`] reads credentials from the environment; each has a setter of
//! [`ClientBuilder`] as well:
//!
//! - [`ClientBuilder::api_key`]: an API key in the header `x-api-key`,
//!   from `TAVUS_API_KEY`
//!
//! # Operations
//! - [`Client::conversations`]: Video conversations with a replica.
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
