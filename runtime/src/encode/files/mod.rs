//! Files on disk, where there is one.

#[cfg_attr(not(all(target_arch = "wasm32", target_os = "unknown")), path = "native.rs")]
#[cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), path = "browser.rs")]
mod system;

pub(crate) use system::{File, length, open, save};
