//! What only a whole process shows: the bytes that it holds, and the spans of its calls.
//!
//! These tests have a program for themselves and take turns in it. The allocator counts for all threads, and `tracing`
//! may turn off a span for good whose first call is made by a thread without a subscriber while another thread has the only
//! one.

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

/// Held by the test that runs.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
