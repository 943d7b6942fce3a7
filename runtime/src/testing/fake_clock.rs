//! A clock for tests that advances at once.

use std::{
    future::ready,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use crate::{box_future::BoxFuture, transport::clock::Clock};

/// A clock that does not wait: sleeping advances it immediately. Clones share their time.
///
/// ```
/// # use apiarist_runtime::{Clock, testing::FakeClock};
/// use std::time::Duration;
///
/// let clock = FakeClock::new();
/// // let client = Client::builder().transport(transport).clock(clock.clone()).build()?;
/// # drop(clock.sleep(Duration::from_secs(2)));
/// assert_eq!(clock.slept(), [Duration::from_secs(2)]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct FakeClock {
    slept: Arc<Mutex<Vec<Duration>>>,
}

impl FakeClock {
    /// Creates a clock that starts at the Unix epoch.
    pub fn new() -> Self {
        FakeClock::default()
    }

    /// Returns the duration of every sleep, in order.
    pub fn slept(&self) -> Vec<Duration> {
        self.slept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Duration {
        self.slept().iter().sum()
    }

    fn time_of_day(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.slept.lock().unwrap_or_else(PoisonError::into_inner).push(duration);
        Box::pin(ready(()))
    }
}
