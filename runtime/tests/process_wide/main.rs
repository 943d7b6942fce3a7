//! Tests that observe the whole process: its memory, and the spans of its calls.
//!
//! These tests have their own program and run one after the other. The allocator counts for all threads, and `tracing`
//! may permanently disable a span whose first call is made by a thread without a subscriber while another thread has
//! the only one.

#![allow(missing_docs, clippy::unwrap_used)]

#[cfg(feature = "reqwest")]
#[path = "../runtime/bad_server.rs"]
mod bad_server;
#[path = "../runtime/chain.rs"]
mod chain;
#[path = "../runtime/mini_client.rs"]
#[expect(dead_code, reason = "the other program uses the rest")]
mod mini_client;

#[cfg(feature = "reqwest")]
mod floods;
#[cfg(feature = "tracing")]
mod spans;

/// Locked by the running test.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
