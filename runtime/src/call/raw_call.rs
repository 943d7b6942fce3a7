//! One call before it is sent.

use std::{
    fmt,
    path::PathBuf,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header::CONTENT_TYPE};
use serde::Serialize;

use crate::{
    box_future::BoxFuture,
    call::{
        decode::{Binary, Mode, Receive, finish},
        operation::Operation,
        response::Response,
    },
    client::core::ClientCore,
    download::Download,
    encode::{
        multipart::Multipart,
        parameter::{self, Encoding, Parameter},
        path, query,
        request_body::RequestBody,
        upload::{Upload, UploadSource},
    },
    error::{Error, ErrorKind, failure::Failure},
    pages::{Items, PagedOperation, Pages},
    spec::{
        operation::OperationSpec,
        style::{PartEncoding, Style},
    },
    stream::{EventStream, event::ReceiveEvent, operation::StreamOperation},
    tables::{content::Content, multipart::ToMultipart, number_writer::Written},
    transport::{retry_policy::RetryPolicy, timeout::Timeouts},
};

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
    headers: Vec<(String, String)>,
    query: Vec<(String, String)>,
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

/// One call before it is sent; not generic, so that it is compiled once. Generated code wraps it in `Call`, in a `Box`, so
/// that calls are moved for nothing while they are put together.
pub struct RawCall {
    pub(crate) core: ClientCore,
    pub(crate) spec: &'static OperationSpec,
    /// Where the path stands, where that is not the base URL of the operation: scheme and authority.
    pub(crate) origin: Option<String>,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) cookies: Vec<String>,
    pub(crate) body: RequestBody,
    pub(crate) form: Option<Multipart>,
    /// A file that is the body, read when the call is sent.
    pub(crate) file: Option<PathBuf>,
    pub(crate) options: RequestOptions,
    /// The first thing that went wrong while the call was put together; it comes out when the call is sent.
    pub(crate) fault: Option<Box<Failure>>,
}

impl RawCall {
    /// A call of an operation with the arguments of its path. A query that stands in its template is sent as it is.
    pub fn new(core: ClientCore, spec: &'static OperationSpec, arguments: &[&dyn Parameter]) -> Box<Self> {
        let (template, query) = spec.path.split_once('?').unwrap_or((spec.path, ""));
        let mut call = Box::new(RawCall {
            core,
            spec,
            origin: None,
            path: String::new(),
            query: query.to_owned(),
            headers: HeaderMap::new(),
            cookies: Vec::new(),
            body: RequestBody::default(),
            form: None,
            file: None,
            options: RequestOptions::default(),
            fault: None,
        });
        match path::fill(template, arguments) {
            Ok(path) => call.path = path,
            Err(message) => call.fail(message),
        }
        call
    }

    /// The same call once more.
    pub(crate) fn again(&self) -> Box<Self> {
        Box::new(RawCall {
            core: self.core.clone(),
            spec: self.spec,
            origin: self.origin.clone(),
            path: self.path.clone(),
            query: self.query.clone(),
            headers: self.headers.clone(),
            cookies: self.cookies.clone(),
            body: self.body.clone(),
            form: self.form.clone(),
            file: self.file.clone(),
            options: self.options.clone(),
            fault: None,
        })
    }

    /// Where the call goes.
    pub(crate) fn url(&self) -> String {
        let base = self.origin.as_deref().map_or_else(|| self.core.base_url_of(self.spec), Into::into);
        let mut url = String::with_capacity(base.len() + self.path.len() + 1 + self.query.len());
        url.push_str(&base);
        url.push_str(&self.path);
        if !self.query.is_empty() {
            url.push('?');
            url.push_str(&self.query);
        }
        url
    }

    pub(crate) fn fail(&mut self, message: impl Into<String>) {
        let operation = self.spec.id;
        self.fault.get_or_insert_with(|| Failure::new(ErrorKind::Request, operation, message));
    }

    fn value(&mut self, name: &str, value: &dyn Parameter) -> Content<'static> {
        value.to_content().unwrap_or_else(|error| {
            self.fail(format!("the parameter `{name}` cannot be written: {error}"));
            Content::Null
        })
    }

    /// Adds a query parameter; `reserved` leaves reserved characters as they are where they mean nothing.
    pub fn query(&mut self, style: Style, name: &str, value: &dyn Parameter, reserved: bool) {
        let value = self.value(name, value);
        query::push(&mut self.query, style, name, &value, Encoding::of_url(reserved));
    }

    /// Sets a header; null and empty lists leave it out.
    pub fn header(&mut self, style: Style, name: &str, value: &dyn Parameter) {
        let value = self.value(name, value);
        if style == Style::Prefixed {
            for (member, text) in parameter::parts(&value) {
                self.header_text(&[name, member.unwrap_or_default()].concat(), &text);
            }
            return;
        }
        if let Some(text) = parameter::header_text(style, &value) {
            self.header_text(name, &text);
        }
    }

    fn header_text(&mut self, name: &str, text: &str) {
        match (HeaderName::try_from(name), HeaderValue::from_str(text)) {
            (Ok(name), Ok(value)) => drop(self.headers.insert(name, value)),
            (Err(_), _) => self.fail(format!("`{name}` is no header name")),
            (_, Err(_)) => {
                self.fail(format!("the value of the header `{name}` has characters that a header cannot hold"))
            }
        }
    }

    /// Adds a cookie; null and empty lists leave it out.
    pub fn cookie(&mut self, style: Style, name: &str, value: &dyn Parameter) {
        let value = self.value(name, value);
        let cookies = parameter::cookies(style, name, &value);
        // Encoded ones are ASCII without semicolons; those that are sent as they are may hold anything.
        if cookies.iter().any(|cookie| cookie.bytes().any(|byte| byte == b';' || !(b' '..=b'~').contains(&byte))) {
            self.fail(format!("the value of the cookie `{name}` has characters that a cookie cannot hold"));
        }
        self.cookies.extend(cookies);
    }

    /// Sets a body of this media type.
    pub fn bytes(&mut self, media_type: &str, bytes: Bytes) {
        self.header_text(CONTENT_TYPE.as_str(), media_type);
        self.body = RequestBody::from_bytes(bytes);
    }

    /// Sets a body of this media type, from wherever it comes.
    pub fn upload(&mut self, media_type: &str, upload: Upload) {
        self.header_text(CONTENT_TYPE.as_str(), media_type);
        match upload.0 {
            UploadSource::Body(body) => self.body = body,
            UploadSource::Path(path) => self.file = Some(path),
        }
    }

    /// Sets a JSON body, already written.
    pub fn json(&mut self, media_type: &str, written: serde_json::Result<Vec<u8>>) {
        match written {
            Ok(bytes) => self.bytes(media_type, bytes.into()),
            Err(error) => self.fail(format!("the body cannot be written as JSON: {error}")),
        }
    }

    /// Sets an urlencoded body; members without a style have that of all, or else the usual one.
    pub fn form(&mut self, body: &dyn Parameter, all: Option<Style>, styles: &[(&str, Style)]) {
        let body = self.value("body", body);
        let mut form = String::new();
        query::push_form(&mut form, &body, all, styles);
        self.bytes("application/x-www-form-urlencoded", form.into());
    }

    /// Sets a multipart body; parts without an encoding have the usual one. Files are read when the call is sent.
    pub fn multipart(&mut self, media_type: &str, body: &dyn ToMultipart, encodings: &[(&str, PartEncoding)]) {
        match Multipart::new(media_type, body, encodings) {
            Ok(form) => self.form = Some(form),
            Err(error) => self.fail(format!("the form cannot be written: {error}")),
        }
    }

    /// Sets a body of plain text, made of a scalar.
    pub fn scalar(&mut self, media_type: &str, body: &dyn Parameter) {
        let body = self.value("body", body);
        self.bytes(media_type, parameter::plain(&body).into());
    }

    /// Sets what is different for this call; headers and query parameters are added at once.
    pub fn options(&mut self, options: RequestOptions) {
        for (name, value) in &options.headers {
            self.header_text(name, value);
        }
        for (name, value) in &options.query {
            query::push_pair(&mut self.query, name, value);
        }
        let before = std::mem::take(&mut self.options);
        self.options = RequestOptions {
            attempt: options.attempt.or(before.attempt),
            deadline: options.deadline.or(before.deadline),
            retries: options.retries.or(before.retries),
            reconnects: options.reconnects.max(before.reconnects),
            headers: Vec::new(),
            query: Vec::new(),
        };
    }

    /// The timeouts of this call.
    pub(crate) fn timeouts(&self) -> Timeouts {
        let mut timeouts = *self.core.timeouts();
        timeouts.attempt = self.options.attempt.unwrap_or(timeouts.attempt);
        timeouts.deadline = self.options.deadline.or(timeouts.deadline);
        timeouts
    }

    /// Sends the call and reads the body.
    pub fn receive_body<Op: Operation>(self: Box<Self>) -> BoxFuture<'static, Outcome<Op>> {
        let answer = self.execute(Op::Success::MODE);
        Box::pin(async move { finish::<Op::Success, Op>(answer.await).map(Response::into_body) })
    }

    /// Sends the call, reads the body, and keeps what came with it.
    pub fn receive<Op: Operation>(self: Box<Self>) -> ResponseFuture<Op> {
        let answer = self.execute(Op::Success::MODE);
        Box::pin(async move { finish::<Op::Success, Op>(answer.await) })
    }

    /// Sends the call and keeps the bytes of the response as they are.
    pub fn receive_bytes<Op: Operation>(self: Box<Self>) -> BytesFuture<Op> {
        let answer = self.execute(Mode::Download);
        Box::pin(async move { finish::<Binary, Op>(answer.await) })
    }

    /// Sends the call and leaves the body to be read piece by piece.
    pub fn receive_pieces<Op: Operation>(self: Box<Self>) -> DownloadFuture<Op> {
        let answer = self.execute(Mode::Pieces);
        Box::pin(async move { finish::<Download, Op>(answer.await).map(Response::into_body) })
    }

    /// Sends the call and reads the response as an event stream.
    pub fn receive_events<Op: StreamOperation>(self: Box<Self>) -> EventsFuture<Op> {
        let answer = self.execute(Mode::Events);
        let events =
            async move { finish::<EventStream<Op::Event, Op::Failure>, Op>(answer.await).map(Response::into_body) };
        EventsFuture(Box::pin(events))
    }

    /// The pages that begin with that of this call.
    pub fn receive_pages<Op: PagedOperation>(self: Box<Self>) -> Pages<Op> {
        Pages::new(self)
    }

    /// The items of the pages that begin with that of this call.
    pub fn receive_items<Op: PagedOperation>(self: Box<Self>) -> Items<Op> {
        Items::new(self)
    }
}

/// The body of a call's success.
pub type SuccessOf<Op> = <<Op as Operation>::Success as Receive>::Value;

/// The error of a call.
pub type ErrorOf<Op> = Error<<<Op as Operation>::Failure as Receive>::Value>;

/// What awaiting a call gives.
pub type Outcome<Op> = Result<SuccessOf<Op>, ErrorOf<Op>>;

/// What `.with_response()` gives.
pub type ResponseFuture<Op> = BoxFuture<'static, Result<Response<SuccessOf<Op>>, ErrorOf<Op>>>;

/// What `.raw()` gives.
pub type BytesFuture<Op> = BoxFuture<'static, Result<Response<Bytes>, ErrorOf<Op>>>;

/// What `.download()` gives.
pub type DownloadFuture<Op> = BoxFuture<'static, Result<Download, ErrorOf<Op>>>;

/// The events of a call.
pub(crate) type EventsOf<Op> = EventStream<
    <<Op as StreamOperation>::Event as ReceiveEvent>::Value,
    <<Op as Operation>::Failure as Receive>::Value,
>;

/// What awaiting an [`EventsFuture`] gives.
type EventsOutcome<Op> = Result<EventsOf<Op>, ErrorOf<Op>>;

/// What `.stream()` gives.
///
/// It is a type of its own, because the compiler reports an operation without events by the message of
/// [`StreamOperation`] only where the type that a method returns does not depend on the trait.
#[must_use = "a call is sent when it is awaited"]
pub struct EventsFuture<Op: StreamOperation>(BoxFuture<'static, EventsOutcome<Op>>);

impl<Op: StreamOperation> Future for EventsFuture<Op> {
    type Output = EventsOutcome<Op>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(context)
    }
}

impl<Op: StreamOperation> fmt::Debug for EventsFuture<Op> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("EventsFuture").field("operation", &Op::SPEC.id).finish_non_exhaustive()
    }
}

impl fmt::Debug for RawCall {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RawCall")
            .field("operation", &self.spec.id)
            .field("method", &self.spec.method)
            .field("path", &self.spec.path)
            .finish_non_exhaustive()
    }
}

/// Writes a body as JSON: the only generic step before a call is sent.
pub(crate) fn write_json<T: Serialize + ?Sized>(body: &T) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Written(body))
}
