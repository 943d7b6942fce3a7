//! A trait for time, so that tests do not have to wait.

#[cfg_attr(not(all(target_arch = "wasm32", target_os = "unknown")), path = "native.rs")]
#[cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), path = "browser.rs")]
mod system;

use std::time::{Duration, SystemTime};

pub use system::SystemClock;

use crate::box_future::BoxFuture;

/// The source of time of a client. The default is [`SystemClock`].
///
/// ```
/// # use apiarist_runtime::{BoxFuture, Clock, SystemClock};
/// use std::time::{Duration, SystemTime};
///
/// /// Waits a tenth of the time between retries.
/// struct Hasty(SystemClock);
///
/// impl Clock for Hasty {
///     fn now(&self) -> Duration {
///         self.0.now()
///     }
///
///     fn time_of_day(&self) -> SystemTime {
///         self.0.time_of_day()
///     }
///
///     fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
///         self.0.sleep(duration / 10)
///     }
/// }
/// ```
pub trait Clock: Send + Sync + 'static {
    /// Returns the monotonic time since an arbitrary fixed moment.
    fn now(&self) -> Duration;

    /// Returns the time of day, which is required to evaluate dates in `Retry-After`.
    fn time_of_day(&self) -> SystemTime;

    /// Completes once this duration has elapsed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}
