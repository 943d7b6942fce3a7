//! Taking event streams up again that were lost (HTML section 9.2.3).

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

/// How a stream is taken up again, whose response `S` reads.
pub(crate) struct Reconnect<S: FromResponse> {
    call: Box<RawCall>,
    /// When the call must be over, by the clock.
    deadline: Option<Duration>,
    /// How often it has been tried since the last event.
    made: u32,
    /// What the last try cost, until an event shows that it was worth it.
    withdrawn: Option<u32>,
    opening: Option<BoxFuture<'static, Reopened<S>>>,
}

/// What comes of taking a stream up again.
type Reopened<S> = Result<<S as FromResponse>::Value, Box<CallError>>;

impl<S: FromResponse> Reconnect<S> {
    /// Keeps the call whose stream may be taken up again.
    pub(crate) fn new(call: Box<RawCall>, deadline: Option<Duration>) -> Self {
        Reconnect { call, deadline, made: 0, withdrawn: None, opening: None }
    }

    /// An event came.
    pub(crate) fn succeeded(&mut self) {
        self.made = 0;
        if let Some(withdrawn) = self.withdrawn.take() {
            self.call.core.sender().budget.give_back(Some(withdrawn));
        }
    }

    /// Begins to take the stream up again.
    ///
    /// # Errors
    /// What it was lost by, where that is not done.
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
                failure.message.push_str("; it is not taken up again, since a ");
                failure.message.push_str(call.spec.method);
                failure.message.push_str(" without an idempotency key may not be repeated");
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

    /// What came of taking the stream up again; `None` when that was not begun.
    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Reopened<S>>> {
        let Some(opening) = &mut self.opening else { return Poll::Ready(None) };
        let opened = ready!(opening.as_mut().poll(context));
        self.opening = None;
        Poll::Ready(Some(opened))
    }

    /// The call once more. It is sent once: how often it is tried is counted here.
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

/// What the stream was lost by, unless trying again cannot mend it.
fn cause(failure: &CallError) -> Option<RetryCause> {
    match (failure.kind, &failure.response) {
        (ErrorKind::Connect, _) => Some(RetryCause::Connect),
        (ErrorKind::Timeout, _) => Some(RetryCause::Timeout),
        (ErrorKind::Transport, _) => Some(RetryCause::Broken),
        (ErrorKind::Status, Some(response)) => Some(RetryCause::Status(response.status)),
        _ => None,
    }
}
