//! What the tests of several packages of this workspace share.

pub mod snapshot;
pub mod suite;
