//! What is different for one call.

use std::{fmt, time::Duration};

use crate::transport::retry_policy::RetryPolicy;
#[cfg(doc)]
use crate::transport::timeout::Timeouts;

/// What is different for one call: passed to `.options()`.
///
/// ```
/// # use apiarist_runtime::{RequestOptions, RetryPolicy};
/// use std::time::Duration;
///
/// let options = RequestOptions::default()
///     .timeout(Duration::from_secs(5))
///     .retries(RetryPolicy::none())
///     .idempotency_key("order-17")
///     .query("debug", "true");
/// ```
#[derive(Clone, Default)]
pub struct RequestOptions {
    pub(crate) attempt: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) retries: Option<RetryPolicy>,
    pub(crate) reconnects: u32,
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
}

impl RequestOptions {
    /// Sets how long one attempt may take, in place of [`Timeouts::attempt`].
    #[must_use]
    pub fn timeout(mut self, duration: Duration) -> Self {
        self.attempt = Some(duration);
        self
    }

    /// Sets how long the call may take in all, in place of [`Timeouts::deadline`].
    #[must_use]
    pub fn deadline(mut self, duration: Duration) -> Self {
        self.deadline = Some(duration);
        self
    }

    /// Sets how often the call is made again.
    #[must_use]
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.retries = Some(policy);
        self
    }

    /// Sets how often in a row a stream of server-sent events is taken up again when its connection breaks or it falls
    /// silent; by default it never is.
    ///
    /// The call is made again with the header `Last-Event-ID`, so that a server which gives ids goes on after the last
    /// event; others may begin anew. It waits as long as the server asked for with `retry`, up to 60 seconds, or else as
    /// before a retry, and spends of the budget for retries. Only what may be retried is made again: a `POST` needs an
    /// [`idempotency_key`](RequestOptions::idempotency_key). A stream that ends without an error is over, and so is one
    /// that the server answers with 204; with a deadline nothing is begun after it.
    #[must_use]
    pub fn reconnects(mut self, in_a_row: u32) -> Self {
        self.reconnects = in_a_row;
        self
    }

    /// Adds a header, or replaces the one of this name.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the header `Idempotency-Key`, by which the server knows a call that is made again: with it a call of any
    /// method is retried.
    #[must_use]
    pub fn idempotency_key(self, key: impl Into<String>) -> Self {
        self.header("Idempotency-Key", key)
    }

    /// Adds a query parameter.
    #[must_use]
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }
}

/// Shows the names of headers and query parameters, never their values.
impl fmt::Debug for RequestOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(String, String)]| pairs.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        formatter
            .debug_struct("RequestOptions")
            .field("timeout", &self.attempt)
            .field("deadline", &self.deadline)
            .field("retries", &self.retries)
            .field("reconnects", &self.reconnects)
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .finish()
    }
}
