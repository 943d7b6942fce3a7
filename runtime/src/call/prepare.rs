//! Preparation of a request: credentials, headers, URL, body.

#[cfg(any(feature = "gzip", feature = "brotli", feature = "zstd"))]
use http::header::ACCEPT_ENCODING;
use http::{
    HeaderMap, HeaderValue, Method, Uri,
    header::{ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT},
};

use crate::{
    auth::{authorized::Authorized, credentials::Sent},
    call::{
        context::CallContext,
        raw_call::{CallBody, RawCall},
        raw_response::BodyMode,
    },
    encode::{files, multipart, query, request_body::RequestBody},
    error::{ErrorKind, call_error::CallError},
    transport::TransportRequest,
};

/// A request that is ready to be sent.
pub(crate) struct Prepared {
    pub(crate) request: Box<TransportRequest>,
    /// The tokens in the request, which the server may reject.
    pub(crate) tokens: Vec<Sent>,
}

impl RawCall {
    /// Prepares the request: credentials, headers, URL, form.
    pub(crate) async fn prepare(&mut self, context: &CallContext, mode: BodyMode) -> Result<Prepared, Box<CallError>> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let (core, spec, draft) = (&context.core, self.spec, &mut self.request);
        let refused = |message: String| CallError::new(ErrorKind::Request, spec.id, message);
        let mut headers = core.default_headers().clone();
        let accept = if mode == BodyMode::EventStream { spec.streams } else { spec.accept };
        if !headers.contains_key(ACCEPT) {
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
        }
        if !headers.contains_key(USER_AGENT) {
            headers.insert(USER_AGENT, core.user_agent().clone());
        }
        // Compression delays events, and a long stream would exceed the limit of decoded responses.
        #[cfg(any(feature = "gzip", feature = "brotli", feature = "zstd"))]
        if mode == BodyMode::EventStream && !headers.contains_key(ACCEPT_ENCODING) {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        let auth = core.auth_context(context.timeouts.within(context.timeouts.deadline));
        let mut authorized = Authorized { headers: &mut headers, query: &mut draft.query, cookies: &mut draft.cookies };
        let applied = core.credentials().apply(spec.security, auth, &draft.headers, &mut authorized).await;
        let tokens = applied.map_err(|error| context.refused(error))?;
        if !draft.headers.is_empty() {
            replace(&mut headers, std::mem::take(&mut draft.headers));
        }
        if !draft.cookies.is_empty() {
            let mut cookies = HeaderValue::from_str(&draft.cookies.join("; "))
                .map_err(|_| refused("a cookie contains characters that are not allowed in a header".into()))?;
            cookies.set_sensitive(true);
            headers.insert(COOKIE, cookies);
        }
        let body = match std::mem::take(&mut draft.body) {
            CallBody::Ready(body) => body,
            CallBody::File(path) => {
                let length = Box::pin(files::length(&path)).await.map_err(refused)?;
                let mut body = RequestBody::default();
                body.push_file(path, length);
                body
            }
            CallBody::Multipart(form) => {
                let form = Box::pin(multipart::encode(&form)).await.map_err(refused)?;
                let content_type =
                    HeaderValue::from_str(&form.content_type).map_err(|error| refused(error.to_string()))?;
                headers.insert(CONTENT_TYPE, content_type);
                form.body
            }
        };
        for (name, value) in core.default_query() {
            query::push_absent(&mut draft.query, name, value);
        }
        let uri = Uri::try_from(self.url()).map_err(|error| refused(format!("invalid request URL: {error}")))?;
        let request = Box::new(TransportRequest {
            method: Method::from_bytes(spec.method.as_bytes())
                .map_err(|error| refused(format!("`{}` is not a valid HTTP method: {error}", spec.method)))?,
            uri,
            headers,
            body,
            timeouts: context.timeouts,
            operation: Some(spec),
            resends: 0,
        });
        Ok(Prepared { request, tokens })
    }
}

/// Adds headers and replaces those with the same name.
fn replace(headers: &mut HeaderMap, by: HeaderMap) {
    for (name, value) in by {
        if let Some(name) = name {
            headers.insert(name, value);
        }
    }
}
