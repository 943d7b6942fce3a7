//! Putting a request together: credentials, headers, URL, body.

use http::{
    HeaderMap, HeaderValue, Method, Uri,
    header::{ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT},
};

use crate::{
    auth::{
        authorized::Authorized,
        credentials::{Refusal, Sent},
    },
    call::{decode::Mode, raw_call::RawCall},
    encode::{files, multipart, query, request_body::RequestBody},
    error::{ErrorKind, failure::Failure},
    transport::TransportRequest,
};

impl RawCall {
    /// Puts the request together: credentials, headers, URL, form.
    pub(crate) async fn prepare(&mut self, mode: Mode) -> Result<(Box<TransportRequest>, Vec<Sent>), Box<Failure>> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let (core, operation) = (&self.core.clone(), self.spec.id);
        let refused = |message: String| Failure::new(ErrorKind::Request, operation, message);
        let mut headers = core.default_headers().clone();
        let accept = if mode == Mode::Events { self.spec.streams } else { self.spec.accept };
        if !headers.contains_key(ACCEPT) {
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
        }
        if !headers.contains_key(USER_AGENT) {
            headers.insert(USER_AGENT, core.user_agent().clone());
        }
        let timeouts = self.timeouts().within(self.timeouts().deadline);
        let mut authorized = Authorized { headers: &mut headers, query: &mut self.query, cookies: &mut self.cookies };
        let applied = core
            .credentials()
            .apply(self.spec.security, core.auth_context(timeouts), &self.headers, &mut authorized)
            .await;
        let sent = applied.map_err(|refusal| self.refused(refusal))?;
        if !self.headers.is_empty() {
            replace(&mut headers, std::mem::take(&mut self.headers));
        }
        if !self.cookies.is_empty() {
            let mut cookies = HeaderValue::from_str(&self.cookies.join("; "))
                .map_err(|_| refused("a cookie has characters that a header cannot hold".into()))?;
            cookies.set_sensitive(true);
            headers.insert(COOKIE, cookies);
        }
        if let Some(path) = self.file.take() {
            let length = Box::pin(files::length(&path)).await.map_err(refused)?;
            self.body = RequestBody::default();
            self.body.push_file(path, length);
        }
        if let Some(form) = self.form.take() {
            let form = Box::pin(multipart::encode(&form)).await.map_err(refused)?;
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_str(&form.content_type).map_err(|error| refused(error.to_string()))?,
            );
            self.body = form.body;
        }
        for (name, value) in core.default_query() {
            query::push_absent(&mut self.query, name, value);
        }
        let uri = Uri::try_from(self.url()).map_err(|error| refused(format!("the URL cannot be used: {error}")))?;
        let request = Box::new(TransportRequest {
            method: Method::from_bytes(self.spec.method.as_bytes())
                .map_err(|error| refused(format!("`{}` is no method: {error}", self.spec.method)))?,
            uri,
            headers,
            body: std::mem::take(&mut self.body),
            timeouts: self.timeouts(),
            operation: Some(self.spec),
            resends: 0,
        });
        Ok((request, sent))
    }

    /// Why the call was not authorized.
    pub(crate) fn refused(&self, refusal: Refusal) -> Box<Failure> {
        let failure = match refusal {
            Refusal::Missing(message) => Failure::new(ErrorKind::Credentials, self.spec.id, message),
            Refusal::Illegal(message) => Failure::new(ErrorKind::Request, self.spec.id, message),
            Refusal::Token(message, error) => {
                let kind = if error.is_timeout() { ErrorKind::Timeout } else { ErrorKind::Credentials };
                let mut failure = Failure::new(kind, self.spec.id, message);
                failure.source = error.into_source();
                failure
            }
        };
        failure.without_secrets(&self.core.redactor())
    }
}

/// Adds headers in place of those of the same name.
fn replace(headers: &mut HeaderMap, by: HeaderMap) {
    for (name, value) in by {
        if let Some(name) = name {
            headers.insert(name, value);
        }
    }
}
