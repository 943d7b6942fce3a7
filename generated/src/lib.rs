//! Written by apiarist from specs/. Changes are lost: change those, then run `cargo xtask codegen`.

#![allow(clippy::disallowed_names, reason = "the document gives the names")]

#[cfg(feature = "client")]
mod call;

/// ASAPP Conversations
#[cfg(feature = "asapp")]
pub mod asapp;

/// OpenAI Conversations
#[cfg(feature = "openai")]
pub mod openai;

/// OpenHands conversations
#[cfg(feature = "openhands")]
pub mod openhands;

/// orq.ai conversations
#[cfg(feature = "orq")]
pub mod orq;

/// Tavus Conversations
#[cfg(feature = "tavus")]
pub mod tavus;

#[cfg(feature = "client")]
pub use call::Call;
