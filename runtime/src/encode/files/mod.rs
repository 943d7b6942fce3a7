//! Access to files on disk, on platforms that have them.

#[cfg_attr(not(all(target_arch = "wasm32", target_os = "unknown")), path = "native.rs")]
#[cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), path = "browser.rs")]
mod system;

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub(crate) use system::missing;
pub(crate) use system::{File, length, open};
