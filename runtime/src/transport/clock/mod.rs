//! Time, behind a trait so that tests need not wait.

#[cfg_attr(not(all(target_arch = "wasm32", target_os = "unknown")), path = "native.rs")]
#[cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), path = "browser.rs")]
mod system;

use std::time::{Duration, SystemTime};

pub use system::SystemClock;

use crate::box_future::BoxFuture;

/// Where a client gets its time from. [`SystemClock`] unless the builder is given another.
pub trait Clock: Send + Sync + 'static {
    /// Time that only goes forward, since any fixed moment.
    fn now(&self) -> Duration;

    /// The time of day, to make sense of dates in `Retry-After`.
    fn time_of_day(&self) -> SystemTime;

    /// Is ready once this much time has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}
