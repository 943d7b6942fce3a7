//! Taking event streams up again that were lost (HTML section 9.2.3).

use std::{
    path::PathBuf,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use http::{HeaderMap, HeaderName, HeaderValue, Method};

use crate::{
    box_future::BoxFuture,
    call::{
        decode::{Answer, Mode},
        raw_call::{RawCall, RequestOptions},
    },
    client::core::ClientCore,
    encode::{multipart::Multipart, request_body::RequestBody},
    error::{ErrorKind, failure::Failure},
    spec::operation::OperationSpec,
    transport::retry_policy::{LONGEST_HINT, Mishap, RetryPolicy},
};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// How a stream is taken up again.
pub(crate) struct Reconnect {
    call: Arc<KeptCall>,
    /// How often it has been tried since the last event.
    made: u32,
    /// What the last try cost, until an event shows that it was worth it.
    paid: Option<u32>,
    opening: Option<BoxFuture<'static, Result<Box<Answer>, Box<Failure>>>>,
}

/// A call that can be made again after it is over, with a client of its own.
struct KeptCall {
    core: ClientCore,
    spec: &'static OperationSpec,
    origin: Option<String>,
    path: String,
    query: String,
    headers: HeaderMap,
    cookies: Vec<String>,
    body: RequestBody,
    form: Option<Multipart>,
    file: Option<PathBuf>,
    options: RequestOptions,
    /// When the call must be over, by the clock.
    deadline: Option<Duration>,
}

impl Reconnect {
    /// Keeps what is needed of a call, if its stream may be taken up again.
    pub(crate) fn of(call: &RawCall) -> Option<Self> {
        if call.options.reconnects == 0 || call.body.is_one_shot() {
            return None;
        }
        let again = call.again();
        let now = call.core.clock().now();
        let call = KeptCall {
            core: call.core.clone(),
            spec: again.spec,
            origin: again.origin,
            path: again.path,
            query: again.query,
            headers: again.headers,
            cookies: again.cookies,
            body: again.body,
            form: again.form,
            file: again.file,
            deadline: call.timeouts().deadline.map(|deadline| now.saturating_add(deadline)),
            options: again.options,
        };
        Some(Reconnect { call: Arc::new(call), made: 0, paid: None, opening: None })
    }

    /// An event came.
    pub(crate) fn succeeded(&mut self) {
        self.made = 0;
        if let Some(paid) = self.paid.take() {
            self.call.core.sender().budget.give_back(Some(paid));
        }
    }

    /// Begins to take the stream up again.
    ///
    /// # Errors
    /// What it was lost by, where that is not done.
    pub(crate) fn begin(
        &mut self,
        mut failure: Box<Failure>,
        last_id: Option<&str>,
        wanted: Option<Duration>,
    ) -> Result<(), Box<Failure>> {
        let (call, core) = (&self.call, &self.call.core);
        let Some(mishap) = mishap(&failure) else { return Err(failure) };
        if !call.is_repeatable(mishap) {
            if matches!(mishap, Mishap::Timeout | Mishap::Broken) {
                failure.message.push_str("; it is not taken up again, since a ");
                failure.message.push_str(call.spec.method);
                failure.message.push_str(" without an idempotency key may not be repeated");
            }
            return Err(failure);
        }
        let policy = call.options.retries.unwrap_or(core.sender().retries);
        let delay = failure.retry_after.or(wanted).unwrap_or_else(|| policy.delay(self.made, fastrand::f64()));
        let left = call.deadline.map(|deadline| deadline.saturating_sub(core.clock().now()));
        if self.made >= call.options.reconnects || delay > LONGEST_HINT || left.is_some_and(|left| left <= delay) {
            return Err(failure);
        }
        let id = last_id.map(|id| HeaderValue::from_bytes(id.as_bytes())).transpose();
        let (Ok(id), Some(paid)) = (id, core.sender().budget.spend(mishap)) else { return Err(failure) };
        self.made += 1;
        self.paid = Some(paid);
        let call = Arc::clone(call);
        let deadline = left.map(|left| left.saturating_sub(delay));
        self.opening = Some(Box::pin(async move {
            call.core.clock().sleep(delay).await;
            call.made(id, deadline).execute(Mode::Events).await
        }));
        Ok(())
    }

    /// What came of taking the stream up again; `None` when that was not begun.
    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Box<Answer>, Box<Failure>>>> {
        let Some(opening) = &mut self.opening else { return Poll::Ready(None) };
        let answer = ready!(opening.as_mut().poll(context));
        self.opening = None;
        Poll::Ready(Some(answer))
    }
}

impl KeptCall {
    /// The call once more. It is sent once: how often it is tried is counted here.
    fn made(&self, last_id: Option<HeaderValue>, deadline: Option<Duration>) -> Box<RawCall> {
        let mut headers = self.headers.clone();
        headers.extend(last_id.map(|id| (LAST_EVENT_ID, id)));
        let mut options = RequestOptions::default().retries(RetryPolicy::none());
        (options.attempt, options.deadline) = (self.options.attempt, deadline);
        Box::new(RawCall {
            core: self.core.clone(),
            spec: self.spec,
            origin: self.origin.clone(),
            path: self.path.clone(),
            query: self.query.clone(),
            headers,
            cookies: self.cookies.clone(),
            body: self.body.clone(),
            form: self.form.clone(),
            file: self.file.clone(),
            options,
            fault: None,
        })
    }

    fn is_repeatable(&self, mishap: Mishap) -> bool {
        Method::from_bytes(self.spec.method.as_bytes()).is_ok_and(|method| mishap.is_retried(&method, &self.headers))
    }
}

/// What the stream was lost by, unless trying again cannot mend it.
fn mishap(failure: &Failure) -> Option<Mishap> {
    match (failure.kind, &failure.response) {
        (ErrorKind::Connect, _) => Some(Mishap::Connect),
        (ErrorKind::Timeout, _) => Some(Mishap::Timeout),
        (ErrorKind::Transport, _) => Some(Mishap::Broken),
        (ErrorKind::Status, Some(response)) => Some(Mishap::Status(response.status)),
        _ => None,
    }
}
