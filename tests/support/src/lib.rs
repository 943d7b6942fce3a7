//! Test code shared by several packages of this workspace.

pub mod child;
pub mod folder;
pub mod loopback;
pub mod markdown;
pub mod permanence;
pub mod rewrites;
pub mod snapshot;
pub mod suite;
