//! A recorded exchange, and its file format.
//!
//! ```json
//! {
//!   "apiarist_cassette": 1,
//!   "operation": "createBee",
//!   "request": {
//!     "method": "POST",
//!     "url": "https://bees.test/bees?key=[hidden]",
//!     "headers": {"content-type": "application/json"},
//!     "body": {"json": {"name": "Maja"}}
//!   },
//!   "response": {
//!     "status": 201,
//!     "headers": {"link": ["</a>", "</b>"]},
//!     "body": {"text": "created"}
//!   }
//! }
//! ```
//!
//! A body is `json`, `text`, or `base64` for other bytes. It is absent if it is empty. The format has a version, so that
//! a later runtime can read or reject files of this one.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header::CONTENT_TYPE, response};

use crate::{
    tables::content::Content,
    testing::{
        RecordedRequest,
        redaction::{RedactedBody, Redaction},
    },
    transport::Body,
    values::base64::Base64,
};

/// The property that marks a file as an exchange, with the version of the format.
const MARK: &str = "apiarist_cassette";

/// The version of the format.
const VERSION: u64 = 1;

/// Headers about the connection, which are not recorded: a body is replayed as a whole.
const CONNECTION: &[&str] = &["connection", "content-length", "host", "keep-alive", "transfer-encoding"];

/// The boundary of recorded multipart bodies, instead of the random one.
const BOUNDARY: &str = "boundary";

/// A recorded exchange.
pub(super) struct Exchange {
    /// The `operationId`, or `None` for a token request.
    pub(super) operation: Option<String>,
    pub(super) request: StoredRequest,
    pub(super) response: StoredResponse,
}

/// A recorded request.
pub(super) struct StoredRequest {
    pub(super) method: String,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: RedactedBody,
}

/// A recorded response.
pub(super) struct StoredResponse {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: RedactedBody,
}

impl StoredRequest {
    /// Returns a request without credentials.
    pub(super) fn new(request: &RecordedRequest, redaction: &Redaction) -> Self {
        let (headers, body) = without_boundary(&request.headers, &request.body);
        StoredRequest {
            method: request.method.to_string(),
            url: redaction.url(&request.url, request.operation),
            headers: without_connection(redaction.headers(&headers, request.operation)),
            body: redaction.body(&headers, &body),
        }
    }
}

impl StoredResponse {
    /// Returns the response.
    pub(super) fn to_response(&self) -> http::Result<http::Response<Body>> {
        let mut response = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            response = response.header(name, value);
        }
        response.body(Body::from_bytes(match &self.body {
            RedactedBody::None => Bytes::new(),
            RedactedBody::Json(json) => json.to_string().into(),
            RedactedBody::Text(text) => text.clone().into(),
            RedactedBody::Binary(bytes) => bytes.clone().into(),
        }))
    }
}

impl Exchange {
    /// Returns an exchange without credentials.
    pub(super) fn new(
        request: &RecordedRequest,
        response: &response::Parts,
        body: &[u8],
        redaction: &Redaction,
    ) -> Self {
        Exchange {
            operation: request.operation.map(|operation| operation.id.to_owned()),
            request: StoredRequest::new(request, redaction),
            response: StoredResponse {
                status: response.status,
                headers: without_connection(redaction.headers(&response.headers, request.operation)),
                body: redaction.body(&response.headers, body),
            },
        }
    }

    /// Returns the text of the file.
    pub(super) fn to_text(&self) -> serde_json::Result<String> {
        let operation = self.operation.as_ref().map_or(Content::Null, |id| text(id));
        let mut request = vec![
            ("method".into(), text(&self.request.method)),
            ("url".into(), text(&self.request.url)),
            ("headers".into(), headers_to_content(&self.request.headers)),
        ];
        let mut response = vec![
            ("status".into(), Content::Unsigned(self.response.status.as_u16().into())),
            ("headers".into(), headers_to_content(&self.response.headers)),
        ];
        for (members, body) in [(&mut request, &self.request.body), (&mut response, &self.response.body)] {
            members.extend(body_to_content(body).map(|body| ("body".into(), body)));
        }
        let file = Content::Object(vec![
            (MARK.into(), Content::Unsigned(VERSION)),
            ("operation".into(), operation),
            ("request".into(), Content::Object(request)),
            ("response".into(), Content::Object(response)),
        ]);
        serde_json::to_string_pretty(&file).map(|text| text + "\n")
    }

    /// Parses the text of a file, which may contain anything.
    ///
    /// # Errors
    /// Returns a message with the location of the fault.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let file = Content::from_text(text).map_err(|error| error.to_string())?.into_owned();
        let node = Node { value: &file, pointer: String::new() };
        match node.member(MARK)?.value {
            Content::Unsigned(VERSION) => {}
            Content::Unsigned(other) => {
                return Err(format!("`/{MARK}`: format {other} is not supported; record it again"));
            }
            _ => return Err(format!("`/{MARK}` must be {VERSION}")),
        }
        let (request, response) = (node.member("request")?, node.member("response")?);
        Ok(Exchange {
            operation: node.optional("operation").and_then(|id| id.value.as_str().map(str::to_owned)),
            request: StoredRequest {
                method: request.member("method")?.string()?,
                url: request.member("url")?.string()?,
                headers: request.member("headers")?.headers()?,
                body: request.body()?,
            },
            response: StoredResponse {
                status: response.member("status")?.status()?,
                headers: response.member("headers")?.headers()?,
                body: response.body()?,
            },
        })
    }
}

/// A value of a file and its location.
struct Node<'c> {
    value: &'c Content<'static>,
    pointer: String,
}

impl<'c> Node<'c> {
    fn error<T>(&self, expected: &str) -> Result<T, String> {
        let pointer = if self.pointer.is_empty() { "the file" } else { &format!("`{}`", self.pointer) };
        Err(format!("{pointer} must be {expected}; found {}", self.value.kind()))
    }

    fn optional(&self, name: &str) -> Option<Node<'c>> {
        let value = self.value.member(name).filter(|value| !value.is_null())?;
        Some(Node { value, pointer: format!("{}/{name}", self.pointer) })
    }

    fn member(&self, name: &str) -> Result<Node<'c>, String> {
        if !matches!(self.value, Content::Object(_)) {
            return self.error("an object");
        }
        self.optional(name).ok_or_else(|| format!("`{}/{name}` is required", self.pointer))
    }

    fn string(&self) -> Result<String, String> {
        self.value.as_str().map_or_else(|| self.error("a string"), |text| Ok(text.to_owned()))
    }

    fn status(&self) -> Result<StatusCode, String> {
        let status = match self.value {
            Content::Unsigned(status) => {
                u16::try_from(*status).ok().and_then(|status| StatusCode::from_u16(status).ok())
            }
            _ => None,
        };
        status.map_or_else(|| self.error("a status from 100 to 999"), Ok)
    }

    fn headers(&self) -> Result<Vec<(String, String)>, String> {
        let Content::Object(members) = self.value else { return self.error("an object") };
        let mut headers = Vec::new();
        for (name, value) in members {
            let node = Node { value, pointer: format!("{}/{name}", self.pointer) };
            if HeaderName::try_from(name.as_ref()).is_err() {
                return node.error("named like a header");
            }
            let values = match value {
                Content::List(values) => values.as_slice(),
                value => std::slice::from_ref(value),
            };
            for value in values {
                match value.as_str() {
                    Some(text) if HeaderValue::from_str(text).is_ok() => {
                        headers.push((name.to_ascii_lowercase(), text.to_owned()));
                    }
                    _ => return node.error("the value of a header, or an array of them"),
                }
            }
        }
        headers.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(headers)
    }

    /// Returns the body of a request or response.
    fn body(&self) -> Result<RedactedBody, String> {
        let Some(body) = self.optional("body") else { return Ok(RedactedBody::None) };
        let Content::Object(members) = body.value else { return body.error("an object") };
        match members.as_slice() {
            // Null is a JSON body too.
            [(kind, value)] if kind == "json" => Ok(RedactedBody::Json(value.clone())),
            [(kind, _)] if kind == "text" => body.member("text")?.string().map(RedactedBody::Text),
            [(kind, _)] if kind == "base64" => {
                let node = body.member("base64")?;
                let bytes = Base64::from_text(node.string()?).bytes();
                bytes.map(RedactedBody::Binary).or_else(|_| node.error("Base64"))
            }
            _ => body.error("an object with one of `json`, `text` and `base64`"),
        }
    }
}

impl RedactedBody {
    /// Returns the kind of body for messages.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            RedactedBody::None => "no body",
            RedactedBody::Json(_) => "JSON",
            RedactedBody::Text(_) => "text",
            RedactedBody::Binary(_) => "bytes",
        }
    }
}

fn text(value: &str) -> Content<'static> {
    Content::Text(value.to_owned().into())
}

/// Returns headers as an object. The values of a repeated header are an array.
fn headers_to_content(headers: &[(String, String)]) -> Content<'static> {
    let mut members: Vec<(Cow<'static, str>, Content<'static>)> = Vec::new();
    for (name, value) in headers {
        match members.last_mut() {
            Some((last, Content::List(values))) if last == name => values.push(text(value)),
            Some((last, first)) if last == name => {
                *first = Content::List(vec![std::mem::replace(first, Content::Null), text(value)]);
            }
            _ => members.push((name.clone().into(), text(value))),
        }
    }
    Content::Object(members)
}

fn body_to_content(body: &RedactedBody) -> Option<Content<'static>> {
    let (kind, value) = match body {
        RedactedBody::None => return None,
        RedactedBody::Json(json) => ("json", json.clone()),
        RedactedBody::Text(content) => ("text", text(content)),
        RedactedBody::Binary(bytes) => ("base64", text(Base64::from(bytes.as_slice()).as_str())),
    };
    Some(Content::Object(vec![(kind.into(), value)]))
}

fn without_connection(mut headers: Vec<(String, String)>) -> Vec<(String, String)> {
    headers.retain(|(name, _)| !CONNECTION.contains(&name.as_str()));
    headers
}

/// Replaces the random boundary of a multipart body, so that equal forms are equal.
fn without_boundary(headers: &HeaderMap, body: &Bytes) -> (HeaderMap, Bytes) {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let boundary =
        content_type.split_once("boundary=").map(|(_, boundary)| boundary.split(';').next().unwrap_or_default());
    let boundary = boundary.map(|boundary| boundary.trim_matches('"')).filter(|boundary| !boundary.is_empty());
    let (Some(boundary), true) = (boundary, content_type.starts_with("multipart/")) else {
        return (headers.clone(), body.clone());
    };
    let mut replaced = headers.clone();
    if let Ok(value) = HeaderValue::from_str(&content_type.replace(boundary, BOUNDARY)) {
        replaced.insert(CONTENT_TYPE, value);
    }
    (replaced, replace_bytes(body, boundary.as_bytes(), BOUNDARY.as_bytes()).into())
}

fn replace_bytes(bytes: &[u8], sought: &[u8], replacement: &[u8]) -> Vec<u8> {
    let mut replaced = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(first) = rest.first() {
        match rest.strip_prefix(sought) {
            Some(after) => {
                replaced.extend_from_slice(replacement);
                rest = after;
            }
            None => {
                replaced.push(*first);
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    replaced
}
