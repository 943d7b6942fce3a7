//! OAuth 2.0 token requests: the endpoint, client authentication, and the response (RFC 6749 sections 2.3 and 5).

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use ::base64::Engine as _;
use http::{
    HeaderMap, HeaderValue, Method, Uri,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE},
};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use crate::{
    auth::{
        oauth::{
            discovery::{self, Discovered},
            request,
        },
        token::{Token, TokenContext, TokenError},
    },
    encode::{parameter::push_encoded, query::push_pair, request_body::RequestBody},
    error::redact::{is_name_of_secret, shown_url},
    transport::{TransportError, TransportRequest, url::resolve},
};

/// The settings shared by token requests of all grants.
#[derive(Clone)]
pub(crate) struct Endpoint {
    pub(crate) id: String,
    pub(crate) secret: Option<SecretString>,
    /// The token endpoint that the caller set, which overrides the documented one.
    pub(crate) url: Option<String>,
    /// The discovery document that was read, with its URL.
    discovered: Arc<Mutex<Option<(Uri, Discovered)>>>,
    pub(crate) parameters: Vec<(String, String)>,
    /// Whether the client ID and secret are sent as form parameters instead of by basic authentication.
    pub(crate) in_body: bool,
}

/// The content of a successful token response.
pub(crate) struct Granted {
    pub(crate) token: Token,
    pub(crate) refresh_token: Option<SecretString>,
}

impl Endpoint {
    pub(crate) fn new(id: String, secret: Option<SecretString>) -> Self {
        Endpoint { id, secret, url: None, discovered: Arc::default(), parameters: Vec::new(), in_body: false }
    }

    pub(crate) fn secrets(&self) -> Vec<SecretString> {
        let mut secrets: Vec<SecretString> = self.secret.iter().cloned().collect();
        // Parameters such as `assertion` may be secret; `scope` is not.
        let others = self.parameters.iter().filter(|(name, _)| name.contains("assertion") || is_name_of_secret(name));
        secrets.extend(others.map(|(_, value)| SecretString::from(value.clone())));
        secrets.extend(self.login().map(SecretString::from));
        secrets
    }

    /// Returns the client ID and secret for basic authentication, each form-encoded (RFC 6749 section 2.3.1).
    fn login(&self) -> Option<String> {
        let mut login = String::new();
        push_encoded(&mut login, &self.id);
        login.push(':');
        push_encoded(&mut login, self.secret.as_ref()?.expose_secret());
        Some(::base64::engine::general_purpose::STANDARD.encode(login))
    }

    /// Returns the token endpoint and the method of client authentication: as set by the caller, else as documented,
    /// else as discovered.
    async fn place(&self, documented: Option<&str>, context: TokenContext<'_>) -> Result<Discovered, TokenError> {
        // A relative URL in the document is resolved against the base URL of the API.
        let base: Option<Uri> = format!("{}/", context.base_url).parse().ok();
        let absolute = |url: &str| {
            let uri = base.as_ref().and_then(|base| resolve(base, url));
            uri.ok_or_else(|| TokenError::new(format!("invalid token URL `{}`", shown_url(url))))
        };
        match (self.url.as_deref().or(documented), context.discovery_url) {
            (Some(url), _) => Ok(Discovered { endpoint: absolute(url)?, in_body: false }),
            (None, Some(url)) => self.discovered(absolute(url)?, context).await,
            (None, None) => Err(TokenError::new("the document does not declare a token URL: call `.token_url(…)`")),
        }
    }

    /// Returns the content of the discovery document at this URL. It is read once.
    async fn discovered(&self, url: Uri, context: TokenContext<'_>) -> Result<Discovered, TokenError> {
        let known = self.discovered.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, discovered)) = known.filter(|(read, _)| *read == url) {
            return Ok(discovered);
        }
        let discovered = discovery::discover(context, &url).await?;
        *self.discovered.lock().unwrap_or_else(PoisonError::into_inner) = Some((url, discovered.clone()));
        Ok(discovered)
    }

    /// Requests a token with the form of a grant that contains these secrets. A grant that can be used only once is not
    /// sent twice, because its response may have been lost.
    ///
    /// # Errors
    /// Returns an error with the reason of the server if no token is issued.
    pub(crate) async fn ask(
        &self,
        context: TokenContext<'_>,
        documented: Option<&str>,
        mut form: String,
        secrets: &[SecretString],
        is_repeatable: bool,
    ) -> Result<Granted, TokenError> {
        let place = self.place(documented, context).await?;
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        match self.login().filter(|_| !self.in_body && !place.in_body) {
            Some(login) => {
                let mut value = HeaderValue::from_str(&format!("Basic {login}"))
                    .map_err(|_| TokenError::new("the client credentials cannot be sent in a header"))?;
                value.set_sensitive(true);
                headers.insert(AUTHORIZATION, value);
            }
            None => {
                push_pair(&mut form, "client_id", &self.id);
                if let Some(secret) = &self.secret {
                    push_pair(&mut form, "client_secret", secret.expose_secret());
                }
            }
        }
        self.parameters.iter().for_each(|(name, value)| push_pair(&mut form, name, value));
        let request = TransportRequest {
            method: Method::POST,
            uri: place.endpoint,
            headers,
            body: RequestBody::from_bytes(form),
            timeouts: context.timeouts,
            operation: None,
            resends: 0,
        };
        let failed =
            |error: TransportError| TokenError::new("the request to the token endpoint failed").with_source(error);
        let (status, body) = request::send(context, request, is_repeatable).await.map_err(failed)?;
        let answer: Value = serde_json::from_slice(&body).unwrap_or_default();
        match granted(&answer).filter(|_| status.is_success()) {
            Some(granted) => Ok(granted),
            None => {
                let reason =
                    reason(&answer).unwrap_or_else(|| "the response does not contain `access_token`".to_owned());
                let own = self.secrets();
                let others = own.iter().chain(secrets).map(|secret| secret.expose_secret());
                let redactor = context.secrets.redactor().with(others);
                Err(TokenError::new(format!(
                    "the token endpoint returned {status}: {}",
                    redactor.excerpt(&reason, 200)
                )))
            }
        }
    }
}

fn granted(answer: &Value) -> Option<Granted> {
    let text = |name| answer.get(name).and_then(Value::as_str);
    let token = Token::new(text("access_token")?);
    // Some servers send the seconds as a string.
    let seconds = answer.get("expires_in").and_then(|value| value.as_f64().or_else(|| value.as_str()?.parse().ok()));
    let lifetime = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    Some(Granted {
        token: lifetime.map_or(token.clone(), |lifetime| token.expires_in(lifetime)),
        refresh_token: text("refresh_token").map(SecretString::from),
    })
}

/// Returns the reason that no token was issued (RFC 6749 section 5.2).
fn reason(answer: &Value) -> Option<String> {
    let error = answer.get("error")?.as_str()?;
    let description = answer.get("error_description").and_then(Value::as_str);
    Some(description.map_or(error.to_owned(), |description| format!("{error}: {description}")))
}
