// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

//! A client of ASAPP Conversations.
//!
//! Sends conversations between customers and agents, and their messages, to ASAPP.
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
//! [`Client::from_env`] reads credentials from the environment; each has a setter of
//! [`ClientBuilder`] as well:
//!
//! - [`ClientBuilder::api_id`]: an API key in the header `asapp-api-id`,
//!   from `ASAPP_API_ID`
//! - [`ClientBuilder::api_secret`]: an API key in the header `asapp-api-secret`,
//!   from `ASAPP_API_SECRET`
//!
//! # Operations
//! - [`Client::conversations`]: Conversations, their messages and the credentials of their customers.
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
