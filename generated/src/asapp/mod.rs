// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

//! A client for ASAPP Conversations.
//!
//! Send conversations between customers and agents, with their messages, to ASAPP.
//!
//! # Quick start
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(feature = "client")] {
//! use conversation_apis::asapp::Client;
//!
//! let client = Client::from_env()?; // ASAPP_API_ID
//! let response = client.conversations().list("external_id").await?;
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
//! - [`ClientBuilder::api_id`]: an API key in the header `asapp-api-id`,
//!   read from `ASAPP_API_ID`
//! - [`ClientBuilder::api_secret`]: an API key in the header `asapp-api-secret`,
//!   read from `ASAPP_API_SECRET`
//!
//! # Operations
//! - [`Client::conversations`]: Conversations, their messages, and customer credentials.
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
