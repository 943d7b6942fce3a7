//! Timeouts of a client.

use std::{future::poll_fn, pin::Pin, task::Poll, time::Duration};

use crate::transport::clock::Clock;

/// The timeouts of a client.
///
/// ```
/// # use apiarist_runtime::Timeouts;
/// use std::time::Duration;
///
/// let timeouts = Timeouts::default().attempt(Duration::from_secs(300)).deadline(Duration::from_secs(600));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    pub(crate) connect: Duration,
    pub(crate) attempt: Duration,
    pub(crate) idle: Duration,
    pub(crate) deadline: Option<Duration>,
}

impl Default for Timeouts {
    /// Returns the defaults: 5 seconds to connect, 60 seconds for an attempt, 60 seconds between two chunks of a
    /// stream, no deadline.
    fn default() -> Self {
        Timeouts {
            connect: Duration::from_secs(5),
            attempt: Duration::from_secs(60),
            idle: Duration::from_secs(60),
            deadline: None,
        }
    }
}

impl Timeouts {
    /// Sets the timeout for connecting. The default transport applies it; a transport passed to the builder uses its
    /// own.
    #[must_use]
    pub fn connect(mut self, duration: Duration) -> Self {
        self.connect = duration;
        self
    }

    /// Sets the timeout of one attempt, from connecting to the last byte of the response. For event streams and binary
    /// bodies it ends with the headers; after them, [`idle`](Timeouts::idle) applies.
    #[must_use]
    pub fn attempt(mut self, duration: Duration) -> Self {
        self.attempt = duration;
        self
    }

    /// Sets the maximum time between two chunks of an event stream or a binary body.
    #[must_use]
    pub fn idle(mut self, duration: Duration) -> Self {
        self.idle = duration;
        self
    }

    /// Sets the maximum duration of a call, including all retries and the delays between them.
    #[must_use]
    pub fn deadline(mut self, duration: Duration) -> Self {
        self.deadline = Some(duration);
        self
    }

    /// Limits attempts to the remaining time of the call.
    pub(crate) fn within(mut self, left: Option<Duration>) -> Self {
        self.attempt = left.map_or(self.attempt, |left| left.min(self.attempt));
        self
    }

    /// Returns the timeout for connecting.
    pub fn connect_limit(&self) -> Duration {
        self.connect
    }
}

/// The error of an exceeded timeout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Elapsed;

/// Waits for a future for at most this duration.
///
/// The clock is queried only if the future is not ready immediately, so a transport that responds at once needs no
/// timer. The future is borrowed, because moving it would store it twice.
pub(crate) fn within<'a, F: Future>(
    clock: &'a dyn Clock,
    limit: Duration,
    mut future: Pin<&'a mut F>,
) -> impl Future<Output = Result<F::Output, Elapsed>> + use<'a, F> {
    let mut sleep = None;
    poll_fn(move |context| {
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Ok(output));
        }
        sleep.get_or_insert_with(|| clock.sleep(limit)).as_mut().poll(context).map(|()| Err(Elapsed))
    })
}
