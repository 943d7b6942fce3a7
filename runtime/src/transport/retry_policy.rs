//! When a failed call is made again, and how long is waited before.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, SystemTime},
};

use http::{HeaderMap, Method, StatusCode, header::RETRY_AFTER};

use crate::error::call_error::is_transient;

/// The longest that a server may ask a client to wait.
pub(crate) const LONGEST_HINT: Duration = Duration::from_secs(60);

const BUDGET: u32 = 500;
const COST: u32 = 5;
const TIMEOUT_COST: u32 = 10;

/// How often, and after how long, a failed call is made again.
///
/// By default twice: after half a second, doubling up to 8 seconds, each time multiplied by a random number from 0.75 to 1.
/// Retried are the statuses 408, 429, 500, 502, 503 and 504, timeouts, and failures of the connection, when the method is
/// GET, HEAD, PUT, DELETE or OPTIONS or the call has an `Idempotency-Key`; and, for any method, failures to connect, since
/// nothing was sent. `retry-after-ms` and `Retry-After` are heeded up to 60 seconds; when the server asks for more, the
/// error is returned. All calls of a client share a budget, so that retries die down while a service is down.
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
    /// Never makes a call again.
    pub fn none() -> Self {
        RetryPolicy::default().max_retries(0)
    }

    /// Sets how often a call is made again at most.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets how long is waited before the first retry.
    #[must_use]
    pub fn first_delay(mut self, delay: Duration) -> Self {
        self.first_delay = delay;
        self
    }

    /// Sets how long is waited at most.
    #[must_use]
    pub fn longest_delay(mut self, delay: Duration) -> Self {
        self.longest_delay = delay;
        self
    }

    pub(crate) fn allows(&self, retries_made: u32) -> bool {
        retries_made < self.max_retries
    }

    /// How long to wait before the next retry; `random` is from 0 to 1.
    pub(crate) fn delay(&self, retries_made: u32, random: f64) -> Duration {
        let doubled = self.first_delay.saturating_mul(2_u32.saturating_pow(retries_made));
        doubled.min(self.longest_delay).mul_f64(0.75 + 0.25 * random.clamp(0.0, 1.0))
    }
}

/// What went wrong with an attempt, as far as retrying is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryCause {
    Status(StatusCode),
    /// Nothing was sent.
    Connect,
    Timeout,
    /// The connection failed, and something may have been sent.
    Broken,
    /// Nothing that another attempt could mend.
    Permanent,
}

impl RetryCause {
    /// Whether another attempt may help and does no harm.
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

/// What the calls of a client may spend on retries.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Default for Budget {
    fn default() -> Self {
        Budget(AtomicU32::new(BUDGET))
    }
}

impl Budget {
    /// Withdraws what a retry costs. Returns how much that is, or `None` if there is not enough left.
    pub(crate) fn spend(&self, cause: RetryCause) -> Option<u32> {
        let cost = if cause == RetryCause::Timeout { TIMEOUT_COST } else { COST };
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(cost)).ok().map(|_| cost)
    }

    /// Gives back what the last retry cost, or 1 when there was none.
    pub(crate) fn give_back(&self, withdrawn: Option<u32>) {
        let earned = withdrawn.unwrap_or(1);
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| Some(left.saturating_add(earned).min(BUDGET)));
    }
}

/// How long the server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date.
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
    fn delays_double_up_to_the_longest() {
        let policy = RetryPolicy::default();
        let delays: Vec<u128> = (0..7).map(|made| policy.delay(made, 1.0).as_millis()).collect();
        assert_eq!(delays, [500, 1000, 2000, 4000, 8000, 8000, 8000]);
        assert_eq!(policy.delay(0, 0.0), Duration::from_millis(375));
        assert_eq!(policy.delay(u32::MAX, 0.0), Duration::from_secs(6));
    }

    #[test]
    fn hints_come_in_three_forms() {
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
    fn the_budget_runs_dry_and_fills_again() {
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
    fn what_may_have_been_done_is_not_done_again() {
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
