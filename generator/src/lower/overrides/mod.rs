//! Overrides from `apiarist.toml`, and which of them were used.

pub(super) mod security;
pub(super) mod types;
