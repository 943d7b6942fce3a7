//! How long a client waits.

use std::{future::poll_fn, pin::Pin, task::Poll, time::Duration};

use crate::transport::clock::Clock;

/// How long a client waits, and for what.
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
    /// 5 seconds to connect, 60 seconds for an attempt, 60 seconds between two pieces of a stream, no deadline.
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
    /// Sets how long connecting may take. Content by the transport: one that is passed to the builder has its own.
    #[must_use]
    pub fn connect(mut self, duration: Duration) -> Self {
        self.connect = duration;
        self
    }

    /// Sets how long one attempt may take, from connecting to the last byte of the response.
    /// For event streams and binary bodies it ends with the headers; then [`idle`](Timeouts::idle) counts.
    #[must_use]
    pub fn attempt(mut self, duration: Duration) -> Self {
        self.attempt = duration;
        self
    }

    /// Sets how long an event stream or a binary body may be silent.
    #[must_use]
    pub fn idle(mut self, duration: Duration) -> Self {
        self.idle = duration;
        self
    }

    /// Sets how long a call may take in all, with every retry and the waiting between them.
    #[must_use]
    pub fn deadline(mut self, duration: Duration) -> Self {
        self.deadline = Some(duration);
        self
    }

    /// The same, with no attempt taking longer than what is left of the call.
    pub(crate) fn within(mut self, left: Option<Duration>) -> Self {
        self.attempt = left.map_or(self.attempt, |left| left.min(self.attempt));
        self
    }

    /// How long a transport may take to connect.
    pub fn connect_limit(&self) -> Duration {
        self.connect
    }
}

/// The time was up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Elapsed;

/// Waits for a future, but not longer than this.
///
/// The clock is asked only once the future turns out not to be ready, so that a transport that answers at once needs no
/// timer. The future stays where it is: one that were handed over would be held twice.
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
