//! Sending of token requests, through the attempt middleware and with the retries of calls.

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use crate::{
    auth::token::TokenContext,
    transport::{
        TransportError, TransportErrorKind, TransportRequest,
        body::gather,
        retry_policy::{LONGEST_HINT, RetryCause, hint},
    },
};

const LONGEST: usize = 1 << 20;

type Answer = (StatusCode, HeaderMap, Bytes);

/// Sends a request with retries, and returns the final response, regardless of its status.
///
/// # Errors
/// Returns an error if no response is received.
pub(crate) async fn send(
    context: TokenContext<'_>,
    request: TransportRequest,
    is_repeatable: bool,
) -> Result<(StatusCode, Bytes), TransportError> {
    let sender = context.sender;
    let (clock, policy) = (&sender.clock, &sender.retries);
    let started = clock.now();
    // Retries follow the rules for repeatable methods, or those for `POST`.
    let as_method = if is_repeatable { Method::PUT } else { Method::POST };
    let mut withdrawn = None;
    let mut retries = 0;
    loop {
        let outcome = attempt(context, TransportRequest { resends: retries, ..request.clone() }).await;
        let cause = match &outcome {
            Ok((status, ..)) if status.is_success() => {
                sender.budget.give_back(withdrawn);
                return outcome.map(|(status, _, body)| (status, body));
            }
            Ok((status, ..)) => RetryCause::Status(*status),
            Err(error) => cause(error),
        };
        let wanted = outcome.as_ref().ok().and_then(|(_, headers, _)| hint(headers, clock.time_of_day()));
        let delay = wanted.unwrap_or_else(|| policy.delay(retries, fastrand::f64()));
        let left = context.timeouts.attempt.saturating_sub(clock.now().saturating_sub(started));
        let may_help = context.is_urgent && policy.allows(retries) && cause.is_retried(&as_method, &request.headers);
        if may_help && delay <= LONGEST_HINT && delay < left {
            withdrawn = sender.budget.spend(cause);
            if withdrawn.is_some() {
                retries += 1;
                clock.sleep(delay).await;
                continue;
            }
        }
        return outcome.map(|(status, _, body)| (status, body));
    }
}

async fn attempt(context: TokenContext<'_>, request: TransportRequest) -> Result<Answer, TransportError> {
    let (parts, mut body) = context.sender.send_once(request).await?.into_parts();
    let (body, _) = gather(&mut body, LONGEST).await?;
    Ok((parts.status, parts.headers, body))
}

fn cause(error: &TransportError) -> RetryCause {
    match error.kind() {
        TransportErrorKind::Connect => RetryCause::Connect,
        TransportErrorKind::Timeout => RetryCause::Timeout,
        TransportErrorKind::Refused => RetryCause::Permanent,
        TransportErrorKind::Other => RetryCause::Broken,
    }
}
