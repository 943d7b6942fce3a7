//! Preparation of a request: credentials, headers, URL, body.

#[cfg(any(feature = "gzip", feature = "brotli", feature = "zstd"))]
use http::header::ACCEPT_ENCODING;
use http::{
    HeaderMap, HeaderValue, Method, Uri,
    header::{ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT},
};

use crate::{
    auth::{
        authorized::Authorized,
        credentials::{AuthContext, Sent, WantedToken},
    },
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
    ///
    /// The steps that never wait are functions of their own: their variables would otherwise occupy the stack while the
    /// request is sent.
    pub(crate) async fn prepare(&mut self, context: &CallContext, mode: BodyMode) -> Result<Prepared, Box<CallError>> {
        let (mut request, wanted) = self.authorize(context, mode)?;
        let mut tokens = Vec::new();
        if !wanted.is_empty() {
            let draft = &mut self.request;
            let (query, cookies) = (&mut draft.query, &mut draft.cookies);
            let mut authorized = Authorized { headers: &mut request.headers, query, cookies };
            let credentials = context.core.credentials();
            let sent = Box::pin(credentials.send_tokens(wanted, auth_context(context), &mut authorized)).await;
            tokens = sent.map_err(|error| context.refused(error))?;
        }
        self.complete(context, &mut request)?;
        request.body = match std::mem::take(&mut self.request.body) {
            CallBody::Ready(body) => body,
            body => Box::pin(assembled(body, &mut request.headers)).await.map_err(|error| self.refused(error))?,
        };
        Ok(Prepared { request, tokens })
    }

    /// Creates the request with its headers and credentials, except for tokens that are still to be sent.
    #[inline(never)]
    fn authorize<'a>(
        &mut self,
        context: &'a CallContext,
        mode: BodyMode,
    ) -> Result<(Box<TransportRequest>, Vec<WantedToken<'a>>), Box<CallError>> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let (core, spec, draft) = (&context.core, self.spec, &mut self.request);
        let mut request = Box::new(TransportRequest {
            method: Method::GET,
            uri: Uri::default(),
            headers: core.default_headers().clone(),
            body: RequestBody::default(),
            timeouts: context.timeouts,
            operation: Some(spec),
            resends: 0,
        });
        let headers = &mut request.headers;
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
        let mut authorized = Authorized { headers, query: &mut draft.query, cookies: &mut draft.cookies };
        let auth = auth_context(context);
        let wanted = core.credentials().apply(spec.security, &auth, &draft.headers, &mut authorized);
        Ok((request, wanted.map_err(|error| context.refused(error))?))
    }

    /// Adds the headers and cookies of the call, the method and the URL.
    #[inline(never)]
    fn complete(&mut self, context: &CallContext, request: &mut TransportRequest) -> Result<(), Box<CallError>> {
        let draft = &mut self.request;
        if !draft.headers.is_empty() {
            replace(&mut request.headers, std::mem::take(&mut draft.headers));
        }
        if !draft.cookies.is_empty() {
            let cookies = HeaderValue::from_str(&draft.cookies.join("; "));
            let mut cookies =
                cookies.map_err(|_| self.refused("a cookie contains characters that are not allowed in a header"))?;
            cookies.set_sensitive(true);
            request.headers.insert(COOKIE, cookies);
        }
        for (name, value) in context.core.default_query() {
            query::push_absent(&mut self.request.query, name, value);
        }
        request.uri =
            Uri::try_from(self.url()).map_err(|error| self.refused(format!("invalid request URL: {error}")))?;
        let method = self.spec.method;
        request.method = Method::from_bytes(method.as_bytes())
            .map_err(|error| self.refused(format!("`{method}` is not a valid HTTP method: {error}")))?;
        Ok(())
    }

    fn refused(&self, message: impl Into<String>) -> Box<CallError> {
        CallError::new(ErrorKind::Request, self.spec.id, message)
    }
}

fn auth_context(context: &CallContext) -> AuthContext<'_> {
    context.core.auth_context(context.timeouts.within(context.timeouts.deadline))
}

/// Assembles a body that consists of files or parts, and sets its media type. It is boxed, because most calls have none.
async fn assembled(body: CallBody, headers: &mut HeaderMap) -> Result<RequestBody, String> {
    match body {
        CallBody::Ready(body) => Ok(body),
        CallBody::File(path) => {
            let length = files::length(&path).await?;
            let mut body = RequestBody::default();
            body.push_file(path, length);
            Ok(body)
        }
        CallBody::Multipart(form) => {
            let form = multipart::encode(&form).await?;
            let content_type = HeaderValue::from_str(&form.content_type).map_err(|error| error.to_string())?;
            headers.insert(CONTENT_TYPE, content_type);
            Ok(form.body)
        }
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
