//! Retries: repeats a request if a retry may succeed and is safe.
//!
//! ```text
//! attempt 1   503, Retry-After: 2   transient: wait 2 seconds
//! attempt 2   401                   the token was rejected: renew it, once
//! attempt 3   200                   return the response
//! ```

use std::{
    ops::ControlFlow,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use http::{Response, StatusCode};

use crate::{
    auth::credentials::Sent,
    call::context::{AttemptError, CallContext},
    call::raw_response::BodyMode,
    error::call_error::CallError,
    transport::{
        Body, TransportError, TransportRequest,
        middleware::{Last, Sending},
        retry_policy::{LONGEST_HINT, RetryCause, hint},
        timeout::Timeouts,
    },
};

/// The attempts of one call.
pub(crate) struct RetryLoop<'a> {
    pub(crate) context: &'a CallContext,
    pub(crate) mode: BodyMode,
    /// The tokens in the request.
    tokens: Vec<Sent>,
    /// The number of requests sent so far, including redirects.
    requests: AtomicU32,
}

/// The state of the attempts between two of them.
struct Progress {
    /// The cost of the last retry, which a success returns to the budget.
    withdrawn: Option<u32>,
    retries: u32,
    /// Whether the tokens have been renewed.
    is_renewed: bool,
}

/// A note on why a failure is final, appended to its message.
#[derive(Clone, Copy)]
pub(crate) struct FailureNote(pub(crate) &'static str);

const ONE_SHOT: FailureNote =
    FailureNote("; not retried, because the request body is a stream, which can be read only once");

impl<'a> RetryLoop<'a> {
    pub(crate) fn new(context: &'a CallContext, mode: BodyMode, tokens: Vec<Sent>) -> Self {
        RetryLoop { context, mode, tokens, requests: AtomicU32::new(0) }
    }

    /// Returns the remaining time until the deadline of the call.
    fn left(&self, timeouts: &Timeouts) -> Option<Duration> {
        let deadline = timeouts.deadline?;
        let passed = self.context.core.clock().now().saturating_sub(self.context.started);
        Some(deadline.saturating_sub(passed))
    }

    /// Sends a request with retries. Returns the final response, regardless of its status.
    ///
    /// Values that are held during a whole call are boxed: a future larger than a kilobyte costs the allocator more
    /// than all of the boxes.
    pub(crate) async fn run(&self, request: &mut TransportRequest) -> Result<Box<Response<Body>>, Box<CallError>> {
        let mut progress = Progress { withdrawn: None, retries: 0, is_renewed: false };
        loop {
            let limit = request.timeouts.within(self.left(&request.timeouts)).attempt;
            match Box::pin(self.attempt(request, limit)).await {
                Ok(response) if response.status().is_success() => {
                    self.context.core.sender().budget.give_back(progress.withdrawn);
                    return Ok(response);
                }
                outcome => {
                    if let ControlFlow::Break(outcome) = Box::pin(self.recover(outcome, request, &mut progress)).await {
                        return outcome;
                    }
                }
            }
        }
    }

    /// Waits until the request should be sent again, or returns the final outcome.
    async fn recover(
        &self,
        outcome: Result<Box<Response<Body>>, AttemptError>,
        request: &mut TransportRequest,
        progress: &mut Progress,
    ) -> ControlFlow<Result<Box<Response<Body>>, Box<CallError>>> {
        let (core, policy) = (&self.context.core, self.context.retries);
        let cause = match &outcome {
            Ok(response) => RetryCause::Status(response.status()),
            Err(AttemptError { cause, .. }) => *cause,
        };
        let outcome = outcome.map_err(|error| error.failure);
        // Only once: a server that also rejects new tokens has another reason.
        if cause == RetryCause::Status(StatusCode::UNAUTHORIZED) && !self.tokens.is_empty() && !progress.is_renewed {
            progress.is_renewed = true;
            match self.renew(self.tokens.clone(), request).await {
                Ok(true) => return ControlFlow::Continue(()),
                Ok(false) => {}
                Err(failure) => return ControlFlow::Break(Err(failure)),
            }
        }
        let wanted = outcome.as_ref().ok().and_then(|answer| hint(answer.headers(), core.clock().time_of_day()));
        if !policy.allows(progress.retries)
            || !cause.is_retried(&request.method, &request.headers)
            || wanted.is_some_and(|wanted| wanted > LONGEST_HINT)
        {
            return ControlFlow::Break(outcome);
        }
        if request.body.is_one_shot() {
            return ControlFlow::Break(noted(outcome, ONE_SHOT));
        }
        let delay = wanted.unwrap_or_else(|| policy.delay(progress.retries, fastrand::f64()));
        if self.left(&request.timeouts).is_some_and(|left| left <= delay) {
            return ControlFlow::Break(outcome);
        }
        progress.withdrawn = core.sender().budget.spend(cause);
        if progress.withdrawn.is_none() {
            return ControlFlow::Break(outcome);
        }
        progress.retries += 1;
        core.clock().sleep(delay).await;
        ControlFlow::Continue(())
    }

    /// Replaces tokens that the server rejected. Returns `true` if the request should be sent again.
    async fn renew(&self, mut refused: Vec<Sent>, request: &mut TransportRequest) -> Result<bool, Box<CallError>> {
        let timeouts = request.timeouts.within(self.left(&request.timeouts));
        let core = &self.context.core;
        let renewed = core.credentials().renew(&mut refused, core.auth_context(timeouts), &mut request.headers).await;
        Ok(renewed.map_err(|error| self.context.refused(error))? && !request.body.is_one_shot())
    }

    /// Counts a request. Returns the number of requests before it.
    pub(crate) fn count(&self) -> u32 {
        self.requests.fetch_add(1, Ordering::Relaxed)
    }
}

impl Last for RetryLoop<'_> {
    fn send(&self, mut request: TransportRequest) -> Sending<'_> {
        Box::pin(async move {
            let answer = self.run(&mut request).await;
            answer.map(|response| *response).map_err(TransportError::from_call)
        })
    }
}

/// Adds a note to the message of a failure.
fn noted(
    outcome: Result<Box<Response<Body>>, Box<CallError>>,
    note: FailureNote,
) -> Result<Box<Response<Body>>, Box<CallError>> {
    match outcome {
        Ok(mut response) => {
            response.extensions_mut().insert(note);
            Ok(response)
        }
        Err(mut failure) => {
            failure.message.push_str(note.0);
            Err(failure)
        }
    }
}
