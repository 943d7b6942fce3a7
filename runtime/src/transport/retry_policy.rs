//! Retry policy: the selection of failed calls that are retried, and the delays before retries.
//!
//! ```text
//! GET   503                       after 0.375 to 0.5 seconds, then after 0.75 to 1 second
//! GET   429, Retry-After: 2       after 2 seconds
//! GET   429, Retry-After: 90      the error is returned
//! POST  503                       the error is returned, unless the call has an `Idempotency-Key`
//! POST  no connection             retried, because nothing was sent
//! ```

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, SystemTime},
};

use http::{HeaderMap, Method, StatusCode, header::RETRY_AFTER};

use crate::error::call_error::is_transient;

/// The longest server-requested delay that is honored.
pub(crate) const LONGEST_HINT: Duration = Duration::from_secs(60);

const BUDGET: u32 = 500;
const COST: u32 = 5;
const TIMEOUT_COST: u32 = 10;

/// The number and the delays of retries.
///
/// By default, a call is retried twice: after half a second, doubling up to 8 seconds, each delay multiplied by a
/// random number from 0.75 to 1. Calls are retried after the statuses 408, 429, 500, 502, 503 and 504, timeouts, and
/// connection failures, if the method is GET, HEAD, PUT, DELETE or OPTIONS or the call has an `Idempotency-Key`. Calls
/// of any method are retried if no connection could be established, because nothing was sent. `retry-after-ms` and
/// `Retry-After` are honored up to 60 seconds; if the server requests more, the error is returned. All calls of a
/// client share a retry budget, so retries stop while a service is down.
///
/// ```
/// # use apiarist_runtime::RetryPolicy;
/// use std::time::Duration;
///
/// let patient = RetryPolicy::default().max_retries(5).longest_delay(Duration::from_secs(30));
/// let never = RetryPolicy::none();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    max_retries: u32,
    first_delay: Duration,
    longest_delay: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        RetryPolicy { max_retries: 2, first_delay: Duration::from_millis(500), longest_delay: Duration::from_secs(8) }
    }
}

impl RetryPolicy {
    /// Disables retries.
    pub fn none() -> Self {
        RetryPolicy::default().max_retries(0)
    }

    /// Sets the maximum number of retries.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the delay before the first retry.
    #[must_use]
    pub fn first_delay(mut self, delay: Duration) -> Self {
        self.first_delay = delay;
        self
    }

    /// Sets the maximum delay.
    #[must_use]
    pub fn longest_delay(mut self, delay: Duration) -> Self {
        self.longest_delay = delay;
        self
    }

    pub(crate) fn allows(&self, retries_made: u32) -> bool {
        retries_made < self.max_retries
    }

    /// Returns the delay before the next retry; `random` is between 0 and 1.
    pub(crate) fn delay(&self, retries_made: u32, random: f64) -> Duration {
        let doubled = self.first_delay.saturating_mul(2_u32.saturating_pow(retries_made));
        doubled.min(self.longest_delay).mul_f64(0.75 + 0.25 * random.clamp(0.0, 1.0))
    }
}

/// The cause of a failed attempt, as far as it matters for retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryCause {
    Status(StatusCode),
    /// No connection could be established, so nothing was sent.
    Connect,
    Timeout,
    /// The connection failed, and part of the request may have been sent.
    Broken,
    /// A failure that a retry cannot resolve.
    Permanent,
}

impl RetryCause {
    /// Returns `true` if a retry may succeed and is safe.
    pub(crate) fn is_retried(self, method: &Method, headers: &HeaderMap) -> bool {
        let repeatable = [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS].contains(method)
            || headers.contains_key("idempotency-key");
        match self {
            RetryCause::Connect => true,
            RetryCause::Timeout | RetryCause::Broken => repeatable,
            RetryCause::Status(status) => repeatable && is_transient(status),
            RetryCause::Permanent => false,
        }
    }
}

/// The budget for retries that all calls of a client share.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Default for Budget {
    fn default() -> Self {
        Budget(AtomicU32::new(BUDGET))
    }
}

impl Budget {
    /// Withdraws the cost of a retry. Returns the amount, or `None` if the remaining budget is insufficient.
    pub(crate) fn spend(&self, cause: RetryCause) -> Option<u32> {
        let cost = if cause == RetryCause::Timeout { TIMEOUT_COST } else { COST };
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(cost)).ok().map(|_| cost)
    }

    /// Returns the cost of the last retry to the budget, or 1 if there was none.
    pub(crate) fn give_back(&self, withdrawn: Option<u32>) {
        let earned = withdrawn.unwrap_or(1);
        // A full budget, which is the normal one, is only read.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            (left < BUDGET).then(|| left.saturating_add(earned).min(BUDGET))
        });
    }
}

/// Returns the delay that the server requests: `retry-after-ms`, or `Retry-After` in seconds or as a date.
pub(crate) fn hint(headers: &HeaderMap, time_of_day: SystemTime) -> Option<Duration> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let seconds = |text: &str, unit: f64| {
        text.parse::<f64>()
            .ok()
            .filter(|number| *number >= 0.0)
            .and_then(|number| Duration::try_from_secs_f64(number * unit).ok())
    };
    if let Some(duration) = text("retry-after-ms").and_then(|text| seconds(text, 0.001)) {
        return Some(duration);
    }
    let text = text(RETRY_AFTER.as_str())?;
    seconds(text, 1.0).or_else(|| {
        httpdate::parse_http_date(text).ok().map(|date| date.duration_since(time_of_day).unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_the_maximum() {
        let policy = RetryPolicy::default();
        let delays: Vec<u128> = (0..7).map(|made| policy.delay(made, 1.0).as_millis()).collect();
        assert_eq!(delays, [500, 1000, 2000, 4000, 8000, 8000, 8000]);
        assert_eq!(policy.delay(0, 0.0), Duration::from_millis(375));
        assert_eq!(policy.delay(u32::MAX, 0.0), Duration::from_secs(6));
    }

    #[test]
    fn all_three_forms_of_delay_hints_are_parsed() {
        let read = |name: &'static str, value: &str| {
            hint(
                &HeaderMap::from_iter([(http::HeaderName::from_static(name), value.parse().unwrap())]),
                SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777),
            )
        };
        assert_eq!(read("retry-after-ms", "1500"), Some(Duration::from_millis(1500)));
        assert_eq!(read("retry-after", "2"), Some(Duration::from_secs(2)));
        assert_eq!(read("retry-after", "Sun, 06 Nov 1994 08:49:47 GMT"), Some(Duration::from_secs(10)));
        assert_eq!(read("retry-after", "Sun, 06 Nov 1994 08:49:07 GMT"), Some(Duration::ZERO));
        for nonsense in ["soon", "-1", "nan", "inf", "1e400", ""] {
            assert_eq!(read("retry-after", nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn budget_is_exhausted_and_refilled() {
        let budget = Budget::default();
        for _ in 0..50 {
            assert_eq!(budget.spend(RetryCause::Timeout), Some(10));
        }
        assert_eq!(budget.spend(RetryCause::Broken), None);
        (0..5).for_each(|_| budget.give_back(None));
        assert_eq!(budget.spend(RetryCause::Broken), Some(5));
        budget.give_back(Some(u32::MAX));
        assert_eq!(budget.0.load(Ordering::Relaxed), 500);
    }

    #[test]
    fn non_idempotent_request_is_not_retried() {
        let none = HeaderMap::new();
        let keyed = HeaderMap::from_iter([(
            http::HeaderName::from_static("idempotency-key"),
            http::HeaderValue::from_static("k"),
        )]);
        let busy = RetryCause::Status(StatusCode::SERVICE_UNAVAILABLE);
        assert!(busy.is_retried(&Method::GET, &none) && busy.is_retried(&Method::POST, &keyed));
        assert!(!busy.is_retried(&Method::POST, &none) && !busy.is_retried(&Method::PATCH, &none));
        assert!(
            RetryCause::Connect.is_retried(&Method::POST, &none)
                && !RetryCause::Timeout.is_retried(&Method::POST, &none)
        );
        assert!(!RetryCause::Status(StatusCode::NOT_IMPLEMENTED).is_retried(&Method::GET, &none));
    }
}
