// Written by apiarist from openapi.yaml. Do not edit.

#[cfg(feature = "client")]
mod client;

/// Operation groups and their calls.
#[cfg(feature = "client")]
pub mod operations;

/// Request and response types.
pub mod types;

#[cfg(feature = "client")]
pub use client::{Client, ClientBuilder};
