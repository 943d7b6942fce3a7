//! Options of an individual call.

use std::{fmt, time::Duration};

use crate::transport::retry_policy::RetryPolicy;
#[cfg(doc)]
use crate::transport::timeout::Timeouts;

/// Options of an individual call, passed to `.options()`.
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
    /// Sets the timeout of one attempt, which overrides [`Timeouts::attempt`].
    #[must_use]
    pub fn timeout(mut self, duration: Duration) -> Self {
        self.attempt = Some(duration);
        self
    }

    /// Sets the maximum duration of the call, which overrides [`Timeouts::deadline`].
    #[must_use]
    pub fn deadline(mut self, duration: Duration) -> Self {
        self.deadline = Some(duration);
        self
    }

    /// Sets the retry policy.
    #[must_use]
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.retries = Some(policy);
        self
    }

    /// Sets the maximum number of consecutive attempts to reopen a stream of server-sent events after its connection
    /// fails or an idle timeout. By default, a stream is not reopened.
    ///
    /// The call is sent again with the `Last-Event-ID` header, so a server that sends IDs continues after the last
    /// event; other servers may start over. The delay is the one that the server requested with `retry`, up to 60
    /// seconds, or else that of a retry. Each attempt is charged to the retry budget. Only calls that may be retried
    /// are sent again: a `POST` requires an [`idempotency_key`](RequestOptions::idempotency_key). A stream that ends
    /// without an error is not reopened, and neither is one to which the server responds with 204. No attempt starts
    /// after the deadline.
    #[must_use]
    pub fn reconnects(mut self, in_a_row: u32) -> Self {
        self.reconnects = in_a_row;
        self
    }

    /// Adds a header, or replaces the header with the same name.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the `Idempotency-Key` header, by which the server recognizes a repeated call. A call of any method with
    /// this header is retried.
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
