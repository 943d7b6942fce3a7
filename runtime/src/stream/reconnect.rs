//! Reopening lost event streams (HTML section 9.2.3).

use std::{
    task::{Context, Poll, ready},
    time::Duration,
};

use http::{HeaderName, HeaderValue, Method};

use crate::{
    box_future::BoxFuture,
    call::{
        decode::{FromResponse, decoded},
        options::RequestOptions,
        raw_call::RawCall,
        raw_response::BodyMode,
        response::Response,
    },
    error::{ErrorKind, call_error::CallError},
    transport::retry_policy::{LONGEST_HINT, RetryCause, RetryPolicy},
};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// The reopening of a lost stream, whose response `S` decodes.
pub(crate) struct Reconnect<S: FromResponse> {
    call: Box<RawCall>,
    /// The deadline of the call on the client's clock.
    deadline: Option<Duration>,
    /// The number of attempts since the last event.
    made: u32,
    /// The cost of the last attempt, which is returned to the budget once an event is received.
    withdrawn: Option<u32>,
    opening: Option<BoxFuture<'static, Reopened<S>>>,
}

/// The outcome of reopening a stream.
type Reopened<S> = Result<<S as FromResponse>::Value, Box<CallError>>;

impl<S: FromResponse> Reconnect<S> {
    /// Stores a call whose stream may be reopened.
    pub(crate) fn new(call: Box<RawCall>, deadline: Option<Duration>) -> Self {
        Reconnect { call, deadline, made: 0, withdrawn: None, opening: None }
    }

    /// Records that an event was received.
    pub(crate) fn succeeded(&mut self) {
        self.made = 0;
        if let Some(withdrawn) = self.withdrawn.take() {
            self.call.core.sender().budget.give_back(Some(withdrawn));
        }
    }

    /// Starts reopening the stream.
    ///
    /// # Errors
    /// Returns the failure that interrupted the stream, if it is not reopened.
    pub(crate) fn begin(
        &mut self,
        mut failure: Box<CallError>,
        last_id: Option<&str>,
        wanted: Option<Duration>,
    ) -> Result<(), Box<CallError>> {
        let (call, core) = (&self.call, &self.call.core);
        let Some(cause) = cause(&failure) else { return Err(failure) };
        if !self.is_repeatable(cause) {
            if matches!(cause, RetryCause::Timeout | RetryCause::Broken) {
                failure.message.push_str("; not reconnected, because a ");
                failure.message.push_str(call.spec.method);
                failure.message.push_str(" without an idempotency key must not be repeated");
            }
            return Err(failure);
        }
        let policy = call.options.retries.unwrap_or(core.sender().retries);
        let delay = failure.retry_after.or(wanted).unwrap_or_else(|| policy.delay(self.made, fastrand::f64()));
        let left = self.deadline.map(|deadline| deadline.saturating_sub(core.clock().now()));
        if self.made >= call.options.reconnects || delay > LONGEST_HINT || left.is_some_and(|left| left <= delay) {
            return Err(failure);
        }
        let id = last_id.map(|id| HeaderValue::from_bytes(id.as_bytes())).transpose();
        let (Ok(id), Some(withdrawn)) = (id, core.sender().budget.spend(cause)) else { return Err(failure) };
        self.made += 1;
        self.withdrawn = Some(withdrawn);
        let deadline = left.map(|left| left.saturating_sub(delay));
        let (again, clock) = (self.again(id, deadline), core.clock().clone());
        self.opening = Some(Box::pin(async move {
            clock.sleep(delay).await;
            let answered = again.execute(BodyMode::EventStream).await?;
            decoded::<S>(answered).map(Response::into_body)
        }));
        Ok(())
    }

    /// Returns the outcome of reopening the stream, or `None` if it is not being reopened.
    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Reopened<S>>> {
        let Some(opening) = &mut self.opening else { return Poll::Ready(None) };
        let opened = ready!(opening.as_mut().poll(context));
        self.opening = None;
        Poll::Ready(Some(opened))
    }

    /// Returns the call for another attempt. It is sent without retries, because attempts are counted here.
    fn again(&self, last_id: Option<HeaderValue>, deadline: Option<Duration>) -> Box<RawCall> {
        let mut again = self.call.duplicate();
        again.request.headers.extend(last_id.map(|id| (LAST_EVENT_ID, id)));
        again.options = RequestOptions::default().retries(RetryPolicy::none());
        (again.options.attempt, again.options.deadline) = (self.call.options.attempt, deadline);
        again
    }

    fn is_repeatable(&self, cause: RetryCause) -> bool {
        let method = Method::from_bytes(self.call.spec.method.as_bytes());
        method.is_ok_and(|method| cause.is_retried(&method, &self.call.request.headers))
    }
}

/// Returns the cause of the interruption, or `None` if reopening the stream cannot succeed.
fn cause(failure: &CallError) -> Option<RetryCause> {
    match (failure.kind, &failure.response) {
        (ErrorKind::Connect, _) => Some(RetryCause::Connect),
        (ErrorKind::Timeout, _) => Some(RetryCause::Timeout),
        (ErrorKind::Transport, _) => Some(RetryCause::Broken),
        (ErrorKind::Status, Some(response)) => Some(RetryCause::Status(response.status)),
        _ => None,
    }
}
