// Written by apiarist from openapi.yaml. Do not edit.

#[cfg(feature = "client")]
mod client;

/// Groups of operations and the calls they make.
#[cfg(feature = "client")]
pub mod operations;

/// The types that calls take and answer with.
pub mod types;

#[cfg(feature = "client")]
pub use client::{Client, ClientBuilder};
