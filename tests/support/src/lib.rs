//! What the tests of several packages of this workspace share.

pub mod child;
pub mod loopback;
pub mod snapshot;
pub mod suite;
