//! An expectation of a fake API: its criteria, responses and number of requests.

use std::{borrow::Borrow, fmt, marker::PhantomData, sync::Arc, time::Duration};

use bytes::Bytes;
use serde::Serialize;

use super::{Entry, FakeApi, Response, ResponseContent, Times, criterion::Criterion, pages::FakePages, typed};
use crate::{
    call::{decode::FromResponse, operation::Operation, receive::SuccessOf},
    pages::PagedOperation,
    stream::{event::FromEvent, json_lines::Framing, operation::StreamOperation},
    tables::number_writer::to_content,
    testing::{
        FakeAnswer, RecordedRequest,
        encode::{EncodeEvent, EncodeResponse, EncodedBody},
    },
};

/// An expectation of a [`FakeApi`] about the requests of an operation. Returned by [`FakeApi::on`].
///
/// It is registered as soon as it is created; the methods add to it. Criteria select requests: a request must meet all
/// of them. Responses are sent in the order in which they were added, one for each request, and the last one is
/// repeated. Without [`times`](Expectation::times), any number of requests is answered, including none. Clones refer to
/// the same expectation.
///
/// ```
/// # use apiarist_runtime::{Operation, OperationSpec, Value, codegen::Json};
/// # use apiarist_runtime::testing::{FakeAnswer, FakeApi};
/// # enum GetBee {}
/// # impl Operation for GetBee {
/// #     const SPEC: &'static OperationSpec = &OperationSpec::new("getBee").get("/bees/{id}");
/// #     type Success = Json<Value>;
/// #     type Failure = Json<Value>;
/// # }
/// # let (maja, problem) = (Value::from("Maja"), Value::from("busy"));
/// let fake = FakeApi::new();
/// // Fails twice, then succeeds:
/// let get = fake
///     .on::<GetBee>()
///     .argument("id", "b1")
///     .matching(|request| request.header("x-hive").is_none())
///     .answer(FakeAnswer::connect_error())
///     .fail(503, &problem)
///     .response_header("retry-after", "1")
///     .respond(&maja);
/// assert_eq!(get.calls(), 0);
/// ```
pub struct Expectation<Op> {
    pub(super) api: FakeApi,
    pub(super) position: usize,
    pub(super) operation: PhantomData<fn() -> Op>,
}

#[allow(clippy::return_self_not_must_use, reason = "the expectation is registered whether or not it is kept")]
impl<Op> Expectation<Op> {
    /// Requires that this function returns `true` for a request.
    pub fn matching(self, test: impl Fn(&RecordedRequest) -> bool + Send + Sync + 'static) -> Self {
        self.criterion(Criterion::Test(Arc::new(test)))
    }

    /// Requires the decoded value of a path parameter.
    pub fn argument(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.criterion(Criterion::Argument(name.into(), value.into()))
    }

    /// Requires the decoded value of a query parameter.
    pub fn query(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.criterion(Criterion::Query(name.into(), value.into()))
    }

    /// Requires the value of a request header.
    pub fn header(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.criterion(Criterion::Header(name.into(), value.into()))
    }

    /// Requires a JSON body that is equal to this value, such as the typed body of the request.
    ///
    /// # Panics
    /// Panics if the value cannot be serialized.
    #[track_caller]
    pub fn body<T: Serialize + ?Sized>(self, value: &T) -> Self {
        match to_content(value) {
            Ok(value) => self.criterion(Criterion::Body(value.to_value())),
            Err(error) => panic!("cannot serialize the body of the expectation: {error}"),
        }
    }

    /// Sets the number of requests that the expectation answers: a number or a range. [`FakeApi::verify`] fails if it
    /// answers fewer. Once it has answered the maximum, it no longer matches.
    pub fn times(self, times: impl Into<Times>) -> Self {
        let times = times.into();
        self.change(|entry| entry.times = Some(times));
        self
    }

    /// Adds any response or failure, such as [`FakeAnswer::connect_error`]. It is not checked.
    pub fn answer(self, answer: FakeAnswer) -> Self {
        self.push(ResponseContent::Answer(answer))
    }

    /// Sets the status of the response added last. It has no effect on [`pages`](Expectation::pages) and functions.
    ///
    /// # Panics
    /// Panics if no response was added.
    #[track_caller]
    pub fn status(self, status: u16) -> Self {
        self.change_last(|response| {
            if let ResponseContent::Answer(answer) = &mut response.content {
                answer.set_status(status);
            }
        })
    }

    /// Adds a header to the response added last. It has no effect on [`pages`](Expectation::pages) and functions.
    ///
    /// # Panics
    /// Panics if no response was added.
    #[track_caller]
    pub fn response_header(self, name: &str, value: &str) -> Self {
        self.change_last(|response| {
            if let ResponseContent::Answer(answer) = &mut response.content {
                *answer = answer.clone().header(name, value);
            }
        })
    }

    /// Delays the response added last, on the clock of the fake API.
    ///
    /// # Panics
    /// Panics if no response was added.
    #[track_caller]
    pub fn delay(self, delay: Duration) -> Self {
        self.change_last(|response| response.delay = delay)
    }

    /// Returns the number of requests that the expectation has answered.
    pub fn calls(&self) -> usize {
        self.api.lock().expectations.get(self.position).map_or(0, |entry| entry.calls)
    }

    fn criterion(self, criterion: Criterion) -> Self {
        self.change(|entry| entry.criteria.push(criterion));
        self
    }

    fn push(self, content: ResponseContent) -> Self {
        self.change(|entry| entry.responses.push(Response { content, delay: Duration::ZERO }));
        self
    }

    #[track_caller]
    fn change_last(self, change: impl FnOnce(&mut Response)) -> Self {
        let mut is_changed = false;
        self.change(|entry| {
            if let Some(response) = entry.responses.last_mut() {
                change(response);
                is_changed = true;
            }
        });
        assert!(is_changed, "the expectation has no response yet: call `respond` first");
        self
    }

    fn change(&self, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.api.lock().expectations.get_mut(self.position) {
            change(entry);
        }
    }
}

#[allow(clippy::return_self_not_must_use, reason = "the expectation is registered whether or not it is kept")]
impl<Op: Operation> Expectation<Op> {
    /// Adds a successful response with this value: status 200, or 204 without a body. If the type depends on the status,
    /// it is the first successful status of the value's variant.
    ///
    /// # Panics
    /// Panics if the client could not decode the response, because the value does not match the document.
    #[track_caller]
    pub fn respond(self, value: &SuccessOf<Op>) -> Self
    where
        Op::Success: EncodeResponse,
    {
        self.push_checked(typed::success::<Op::Success>(value))
    }

    /// Adds successful responses whose values are computed from the requests. A value that the client could not decode
    /// is an error of the call.
    pub fn respond_with(self, value: impl Fn(&RecordedRequest) -> SuccessOf<Op> + Send + Sync + 'static) -> Self
    where
        Op::Success: EncodeResponse,
    {
        let respond = move |request: &RecordedRequest| typed::success::<Op::Success>(&value(request));
        self.push(ResponseContent::Function(Arc::new(respond)))
    }

    /// Adds a response with any status and JSON body, such as one that the types cannot express.
    ///
    /// # Panics
    /// Panics if the client could not decode the response.
    #[track_caller]
    pub fn respond_json<T: Serialize + ?Sized>(self, status: u16, value: &T) -> Self {
        let body = EncodedBody::json(value).map_err(|error| error.to_string());
        self.push_checked(body.and_then(|body| match status {
            200..=299 => typed::checked::<Op::Success>(status, body),
            _ => typed::checked::<Op::Failure>(status, body),
        }))
    }

    /// Adds an error response with this status and the error body of the operation. If its type is an enum by status,
    /// [`fail_by_status`](Expectation::fail_by_status) finds the status.
    ///
    /// # Panics
    /// Panics if the status is not an error, is not one of the value's variant, or the client could not decode the body.
    #[track_caller]
    pub fn fail(self, status: u16, error: &<Op::Failure as FromResponse>::Value) -> Self
    where
        Op::Failure: EncodeResponse,
    {
        assert!((400..600).contains(&status), "the status of an error must be 400 to 599; found {status}");
        self.push_checked(typed::failure::<Op::Failure>(status..=status, error))
    }

    /// Adds an error response of an operation whose error type is an enum by status. The status is the first one of the
    /// value's variant; [`status`](Expectation::status) selects another one.
    ///
    /// ```
    /// # use apiarist_runtime::{Operation, OperationSpec, StatusEnum, Value, codegen::Json, testing::FakeApi};
    /// # enum GetBee {}
    /// # impl Operation for GetBee {
    /// #     const SPEC: &'static OperationSpec = &OperationSpec::new("getBee").get("/bees/{id}");
    /// #     type Success = Json<Value>;
    /// #     type Failure = GetBeeError;
    /// # }
    /// #[derive(StatusEnum)] // as in a generated client
    /// pub enum GetBeeError {
    ///     #[status(404)]
    ///     NotFound(String),
    ///     #[status(default)]
    ///     Other(Value),
    /// }
    ///
    /// let fake = FakeApi::new();
    /// fake.on::<GetBee>().fail_by_status(&GetBeeError::NotFound("it left".into())); // status 404
    /// ```
    ///
    /// # Panics
    /// Panics if no status of an error has the value's variant, or the client could not decode the body.
    #[track_caller]
    pub fn fail_by_status(self, error: &Op::Failure) -> Self
    where
        Op::Failure: EncodeResponse<Value = Op::Failure>,
    {
        self.push_checked(typed::failure::<Op::Failure>(400..=599, error))
    }

    /// Adds the pages of a paginated operation. Each request receives the page that it requests, with the cursor, link
    /// or total by which the client finds the next one. These values are set in the pages; all others are sent as they
    /// are. Any number of iterations is possible.
    ///
    /// # Panics
    /// Panics if the client could not decode the pages or iterate over all of them.
    #[track_caller]
    pub fn pages<P: Borrow<SuccessOf<Op>>>(self, pages: impl IntoIterator<Item = P>) -> Self
    where
        Op: PagedOperation,
        Op::Success: EncodeResponse,
    {
        let mut bodies = Vec::new();
        for page in pages {
            match Op::Success::encode(page.borrow()) {
                Ok(body) => bodies.push(body.bytes),
                Err(error) => panic!("cannot serialize a page of `{}`: {error}", Op::SPEC.id),
            }
        }
        let decodes = |bytes: &[u8]| typed::decodes::<Op::Success>(Bytes::copy_from_slice(bytes));
        match FakePages::new(Op::PAGING, decodes, bodies) {
            Ok(pages) => self.push(ResponseContent::Function(Arc::new(move |request| pages.answer(request)))),
            Err(error) => panic!("cannot respond with pages of `{}`: {error}", Op::SPEC.id),
        }
    }

    /// Adds an event stream with these events, in the format of the operation: server-sent events or JSON texts. The
    /// stream ends after the last event.
    ///
    /// # Panics
    /// Panics if the client could not decode an event, or would not yield it.
    #[track_caller]
    pub fn events<E: Borrow<<Op::Event as FromEvent>::Value>>(self, events: impl IntoIterator<Item = E>) -> Self
    where
        Op: StreamOperation,
        Op::Event: EncodeEvent,
    {
        let media_type = Op::SPEC.streams.split([',', ';']).next().unwrap_or_default().trim();
        let framing = Framing::of(&media_type.to_ascii_lowercase()).unwrap_or(Framing::Events);
        let rules = Op::SPEC.stream_rules;
        let rules = if framing == Framing::Events { rules } else { rules.without_names() };
        let mut body = String::new();
        for (position, event) in events.into_iter().enumerate() {
            let fault = match Op::Event::encode(event.borrow()) {
                Err(error) => Some(format!("cannot be serialized: {error}")),
                Ok(encoded) => {
                    encoded.write(framing, &mut body);
                    let event = encoded.to_event();
                    match Op::Event::from_event(&event) {
                        Err(error) => Some(format!("cannot be decoded: {error}")),
                        Ok(_) if rules.ends_with(&event) => Some("is a terminator, which ends the stream".to_owned()),
                        Ok(_) if rules.reports_error(&event) => Some("is read as an error report".to_owned()),
                        Ok(_) if rules.skips(&event) => Some(format!("is skipped: `{}` is not documented", event.name)),
                        Ok(_) => None,
                    }
                }
            };
            if let Some(fault) = fault {
                panic!("event {} of `{}` {fault}", position + 1, Op::SPEC.id);
            }
        }
        self.answer(FakeAnswer::new(200).header("content-type", media_type).chunk(body))
    }

    /// Adds a response that the client can decode, or panics with the reason why it cannot.
    #[track_caller]
    fn push_checked(self, answer: Result<FakeAnswer, String>) -> Self {
        match answer {
            Ok(answer) => self.answer(answer),
            Err(error) => panic!("cannot respond to `{}`: {error}", Op::SPEC.id),
        }
    }
}

impl<Op> Clone for Expectation<Op> {
    fn clone(&self) -> Self {
        Expectation { api: self.api.clone(), position: self.position, operation: PhantomData }
    }
}

impl<Op> fmt::Debug for Expectation<Op> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.api.lock();
        let mut debug = formatter.debug_struct("Expectation");
        if let Some(entry) = state.expectations.get(self.position) {
            debug.field("operation", &entry.name()).field("criteria", &entry.criteria).field("calls", &entry.calls);
        }
        debug.finish_non_exhaustive()
    }
}
