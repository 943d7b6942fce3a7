//! Time, behind a trait so that tests need not wait.

use std::time::{Duration, Instant, SystemTime};

use crate::transport::BoxFuture;

/// Where a client gets its time from. [`SystemClock`] unless the builder is given another.
pub trait Clock: Send + Sync + 'static {
    /// Time that only goes forward, since any fixed moment.
    fn now(&self) -> Duration;

    /// The time of day, to make sense of dates in `Retry-After`.
    fn time_of_day(&self) -> SystemTime;

    /// Is ready once this much time has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The clock of the system. Waiting needs a tokio runtime with time enabled.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        SystemClock { start: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn time_of_day(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move { tokio::time::sleep(duration).await })
    }
}
