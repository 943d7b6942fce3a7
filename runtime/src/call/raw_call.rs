//! A call before it is sent.

use std::{fmt, path::PathBuf, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header::CONTENT_TYPE};

use crate::{
    call::{context::CallContext, options::RequestOptions},
    client::core::ClientCore,
    encode::{
        header,
        multipart::Multipart,
        parameter::{self, Encoding, Parameter},
        path, query,
        request_body::RequestBody,
        upload::{Upload, UploadSource},
    },
    error::{ErrorKind, call_error::CallError},
    spec::{
        operation::OperationSpec,
        style::{PartEncoding, Style},
    },
    tables::{content::Content, multipart::ToMultipart},
};

/// A call before it is sent. It is not generic, so it is compiled once. Generated code wraps it in `Call` as a `Box`,
/// so that building a call does not move it.
pub struct RawCall {
    pub(crate) core: ClientCore,
    pub(crate) spec: &'static OperationSpec,
    pub(crate) request: RequestDraft,
    pub(crate) options: RequestOptions,
    /// The first error while the call was built. It is returned when the call is sent.
    pub(super) fault: Option<Box<CallError>>,
}

/// A request as built by the call, without the additions of the client.
#[derive(Clone, Default)]
pub(crate) struct RequestDraft {
    /// Scheme and authority, if the path is not relative to the base URL of the operation.
    pub(crate) origin: Option<String>,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) cookies: Vec<String>,
    pub(crate) body: CallBody,
}

/// The body of a call.
#[derive(Clone)]
pub(crate) enum CallBody {
    /// A body that is ready to be sent. Initially, there is no body.
    Ready(RequestBody),
    /// A multipart body, which is assembled when the call is sent.
    Multipart(Multipart),
    /// A file, whose length is read when the call is sent.
    File(PathBuf),
}

impl Default for CallBody {
    fn default() -> Self {
        CallBody::Ready(RequestBody::default())
    }
}

impl CallBody {
    /// Returns `true` if the body can be sent only once.
    pub(crate) fn is_one_shot(&self) -> bool {
        matches!(self, CallBody::Ready(body) if body.is_one_shot())
    }

    /// Returns the bytes, or `None` if they are not contiguous in memory.
    pub(crate) fn as_bytes(&self) -> Option<Bytes> {
        match self {
            CallBody::Ready(body) => body.as_bytes(),
            CallBody::Multipart(_) | CallBody::File(_) => None,
        }
    }
}

impl RawCall {
    /// Creates a call of an operation with its path arguments. A query in the path template is sent unchanged.
    pub fn new(core: ClientCore, spec: &'static OperationSpec, arguments: &[&dyn Parameter]) -> Box<Self> {
        let (template, query) = spec.path.split_once('?').unwrap_or((spec.path, ""));
        let request = RequestDraft { query: query.to_owned(), ..RequestDraft::default() };
        let mut call = Box::new(RawCall { core, spec, request, options: RequestOptions::default(), fault: None });
        match path::fill(template, arguments) {
            Ok(path) => call.request.path = path,
            Err(message) => call.fail(message),
        }
        call
    }

    /// Returns a copy of the call.
    pub(crate) fn duplicate(&self) -> Box<Self> {
        Box::new(RawCall {
            core: self.core.clone(),
            spec: self.spec,
            request: self.request.clone(),
            options: self.options.clone(),
            fault: None,
        })
    }

    /// Returns the URL of the call.
    pub(crate) fn url(&self) -> String {
        let request = &self.request;
        let base = request.origin.as_deref().map_or_else(|| self.core.base_url_of(self.spec), Into::into);
        let mut url = String::with_capacity(base.len() + request.path.len() + 1 + request.query.len());
        url.push_str(&base);
        url.push_str(&request.path);
        if !request.query.is_empty() {
            url.push('?');
            url.push_str(&request.query);
        }
        url
    }

    pub(crate) fn fail(&mut self, message: impl Into<String>) {
        let operation = self.spec.id;
        self.fault.get_or_insert_with(|| CallError::new(ErrorKind::Request, operation, message));
    }

    /// Serializes a parameter or a body, which `what` names in the error.
    fn value(&mut self, what: fmt::Arguments<'_>, value: &dyn Parameter) -> Content<'static> {
        value.to_content().unwrap_or_else(|error| {
            self.fail(format!("cannot serialize the {what}: {error}"));
            Content::Null
        })
    }

    /// Adds a query parameter. `reserved` preserves reserved characters that have no meaning in a query.
    pub fn query(&mut self, style: Style, name: &str, value: &dyn Parameter, reserved: bool) {
        let value = self.value(format_args!("parameter `{name}`"), value);
        query::push(&mut self.request.query, style, name, &value, Encoding::of_url(reserved));
    }

    /// Sets a header. Null and empty arrays are omitted.
    pub fn header(&mut self, style: Style, name: &str, value: &dyn Parameter) {
        let value = self.value(format_args!("parameter `{name}`"), value);
        if style == Style::Prefixed {
            for (member, text) in parameter::parts(&value) {
                self.header_text(&[name, member.unwrap_or_default()].concat(), &text);
            }
            return;
        }
        if let Some(text) = header::header_text(style, &value) {
            self.header_text(name, &text);
        }
    }

    fn header_text(&mut self, name: &str, text: &str) {
        match (HeaderName::try_from(name), HeaderValue::from_str(text)) {
            (Ok(name), Ok(value)) => drop(self.request.headers.insert(name, value)),
            (Err(_), _) => self.fail(format!("`{name}` is not a valid header name")),
            (_, Err(_)) => self
                .fail(format!("the value of the header `{name}` contains characters that are not allowed in a header")),
        }
    }

    /// Adds a cookie. Null and empty arrays are omitted.
    pub fn cookie(&mut self, style: Style, name: &str, value: &dyn Parameter) {
        let value = self.value(format_args!("parameter `{name}`"), value);
        let cookies = header::cookies(style, name, &value);
        // Encoded cookies are ASCII without semicolons; unencoded ones may contain anything.
        if cookies.iter().any(|cookie| cookie.bytes().any(|byte| byte == b';' || !(b' '..=b'~').contains(&byte))) {
            self.fail(format!("the value of the cookie `{name}` contains characters that are not allowed in a cookie"));
        }
        self.request.cookies.extend(cookies);
    }

    /// Sets a body with this media type.
    pub fn bytes(&mut self, media_type: &str, bytes: Bytes) {
        self.header_text(CONTENT_TYPE.as_str(), media_type);
        self.request.body = CallBody::Ready(RequestBody::from_bytes(bytes));
    }

    /// Sets a body with this media type from any source.
    pub fn upload(&mut self, media_type: &str, upload: Upload) {
        self.header_text(CONTENT_TYPE.as_str(), media_type);
        self.request.body = match upload.0 {
            UploadSource::Body(body) => CallBody::Ready(body),
            UploadSource::Path(path) => CallBody::File(path),
        };
    }

    /// Sets a JSON body that is already serialized.
    pub fn json(&mut self, media_type: &str, written: serde_json::Result<Vec<u8>>) {
        match written {
            Ok(bytes) => self.bytes(media_type, bytes.into()),
            Err(error) => self.fail(format!("cannot serialize the body as JSON: {error}")),
        }
    }

    /// Sets a URL-encoded body. Properties without their own style use the common style, if there is one, or else the
    /// default.
    pub fn form(&mut self, body: &dyn Parameter, all: Option<Style>, styles: &[(&str, Style)]) {
        let body = self.value(format_args!("body"), body);
        let mut form = String::new();
        query::push_form(&mut form, &body, all, styles);
        self.bytes("application/x-www-form-urlencoded", form.into());
    }

    /// Sets a multipart body. Parts without an encoding use the default. Files are read when the call is sent.
    pub fn multipart(&mut self, media_type: &str, body: &dyn ToMultipart, encodings: &[(&str, PartEncoding)]) {
        match Multipart::new(media_type, body, encodings) {
            Ok(form) => self.request.body = CallBody::Multipart(form),
            Err(error) => self.fail(format!("cannot encode the form: {error}")),
        }
    }

    /// Sets a plain-text body from a scalar.
    pub fn scalar(&mut self, media_type: &str, body: &dyn Parameter) {
        let body = self.value(format_args!("body"), body);
        self.bytes(media_type, parameter::plain(&body).into());
    }

    /// Sets the options of this call. Headers and query parameters are added immediately.
    pub fn options(&mut self, options: RequestOptions) {
        for (name, value) in &options.headers {
            self.header_text(name, value);
        }
        for (name, value) in &options.query {
            query::push_pair(&mut self.request.query, name, value);
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

    /// Returns the context of the call, which starts now.
    pub(super) fn context(&self) -> CallContext {
        let mut timeouts = *self.core.timeouts();
        timeouts.attempt = self.options.attempt.unwrap_or(timeouts.attempt);
        timeouts.deadline = self.options.deadline.or(timeouts.deadline);
        CallContext {
            core: self.core.clone(),
            spec: self.spec,
            timeouts,
            retries: self.options.retries.unwrap_or(self.core.sender().retries),
            started: timeouts.deadline.map_or(Duration::ZERO, |_| self.core.clock().now()),
        }
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
