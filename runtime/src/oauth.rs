//! OAuth 2.0: tokens for client credentials and for refresh tokens (RFC 6749 sections 4.4 and 6).

use std::{
    fmt,
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
    body::RequestBody,
    discovery,
    parameter::push_encoded,
    query::push_pair,
    redact::excerpt,
    redirect::resolve,
    token::{Token, TokenContext, TokenError, TokenProvider},
    token_request,
    transport::{BoxFuture, TransportError, TransportRequest},
};

/// What requests for tokens share.
#[derive(Clone)]
struct Endpoint {
    id: String,
    secret: Option<SecretString>,
    /// Where tokens are given out, in the place of what the document says.
    url: Option<String>,
    /// The discovery document that was read, and where it says that tokens are given out.
    discovered: Arc<Mutex<Option<(Uri, Uri)>>>,
    parameters: Vec<(String, String)>,
    /// Whether id and secret are sent as parameters of the form rather than by basic authentication.
    in_body: bool,
}

/// Gives tokens for the credentials of a client, by the grant `client_credentials`: where the document says, or, for
/// OpenID Connect, where the `token_endpoint` of its discovery document is, which is read once, with the first token.
///
/// ```
/// use apiarist_runtime::ClientCredentials;
///
/// let credentials = ClientCredentials::new("my-client", "its secret").scope("bees:read");
/// // Client::builder().oauth(credentials).build()?;
/// ```
#[derive(Clone)]
pub struct ClientCredentials(Endpoint);

/// Gives tokens for a refresh token, by the grant `refresh_token`. Where the server gives a new refresh token, that one is
/// used from then on.
pub struct RefreshToken {
    endpoint: Endpoint,
    token: Mutex<SecretString>,
}

/// The setters that both have.
macro_rules! endpoint_setters {
    ($($path:tt)+) => {
        /// Sets where tokens are given out, in place of the URL in the document.
        #[must_use]
        pub fn token_url(mut self, url: impl Into<String>) -> Self {
            self.$($path)+.url = Some(url.into());
            self
        }

        /// Sets the scopes that are asked for, with spaces between.
        #[must_use]
        pub fn scope(self, scopes: impl Into<String>) -> Self {
            self.parameter("scope", scopes)
        }

        /// Adds a parameter to the request for a token, such as `audience`.
        #[must_use]
        pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.$($path)+.parameters.push((name.into(), value.into()));
            self
        }

        /// Sends id and secret of the client in the form, for servers that do not read them from `Authorization`.
        #[must_use]
        pub fn in_body(mut self) -> Self {
            self.$($path)+.in_body = true;
            self
        }
    };
}

impl ClientCredentials {
    /// The credentials of a client.
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<SecretString>) -> Self {
        ClientCredentials(Endpoint::new(client_id.into(), Some(client_secret.into())))
    }

    endpoint_setters!(0);
}

impl RefreshToken {
    /// A refresh token that was given to this client.
    pub fn new(client_id: impl Into<String>, refresh_token: impl Into<SecretString>) -> Self {
        RefreshToken { endpoint: Endpoint::new(client_id.into(), None), token: Mutex::new(refresh_token.into()) }
    }

    /// Sets the secret of the client, if it has one.
    #[must_use]
    pub fn client_secret(mut self, secret: impl Into<SecretString>) -> Self {
        self.endpoint.secret = Some(secret.into());
        self
    }

    endpoint_setters!(endpoint);

    fn current(&self) -> SecretString {
        self.token.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl TokenProvider for ClientCredentials {
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(async move {
            let mut form = String::new();
            push_pair(&mut form, "grant_type", "client_credentials");
            self.0.ask(context, context.token_url, form, &[]).await.map(|granted| granted.token)
        })
    }

    fn secrets(&self) -> Vec<SecretString> {
        self.0.secrets()
    }
}

impl TokenProvider for RefreshToken {
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(async move {
            let mut form = String::new();
            push_pair(&mut form, "grant_type", "refresh_token");
            let current = self.current();
            push_pair(&mut form, "refresh_token", current.expose_secret());
            let granted = self.endpoint.ask(context, context.refresh_url, form, &[current]).await?;
            if let Some(next) = granted.refresh_token {
                *self.token.lock().unwrap_or_else(PoisonError::into_inner) = next;
            }
            Ok(granted.token)
        })
    }

    fn secrets(&self) -> Vec<SecretString> {
        let mut secrets = self.endpoint.secrets();
        secrets.push(self.current());
        secrets
    }
}

/// Hides the secrets.
impl fmt::Debug for ClientCredentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ClientCredentials").field("client_id", &self.0.id).finish_non_exhaustive()
    }
}

/// Hides the secrets.
impl fmt::Debug for RefreshToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RefreshToken").field("client_id", &self.endpoint.id).finish_non_exhaustive()
    }
}

struct Granted {
    token: Token,
    refresh_token: Option<SecretString>,
}

impl Endpoint {
    fn new(id: String, secret: Option<SecretString>) -> Self {
        Endpoint { id, secret, url: None, discovered: Arc::default(), parameters: Vec::new(), in_body: false }
    }

    fn secrets(&self) -> Vec<SecretString> {
        let mut secrets: Vec<SecretString> = self.secret.iter().cloned().collect();
        secrets.extend(self.login().map(SecretString::from));
        secrets
    }

    /// Id and secret for basic authentication, each encoded as in a form (RFC 6749 section 2.3.1).
    fn login(&self) -> Option<String> {
        let mut login = String::new();
        push_encoded(&mut login, &self.id);
        login.push(':');
        push_encoded(&mut login, self.secret.as_ref()?.expose_secret());
        Some(::base64::engine::general_purpose::STANDARD.encode(login))
    }

    /// Where tokens are given out: as people say, else as the document says, else as the document at its discovery URL.
    async fn uri(&self, documented: Option<&str>, context: TokenContext<'_>) -> Result<Uri, TokenError> {
        // A relative URL in the document is seen from the API.
        let base: Option<Uri> = format!("{}/", context.core.base_url()).parse().ok();
        let absolute = |url: &str| {
            let uri = base.as_ref().and_then(|base| resolve(base, url));
            uri.ok_or_else(|| TokenError::new(format!("`{url}` is no URL for tokens")))
        };
        match (self.url.as_deref().or(documented), context.discovery_url) {
            (Some(url), _) => absolute(url),
            (None, Some(url)) => self.discovered(absolute(url)?, context).await,
            (None, None) => {
                Err(TokenError::new("the document does not say where tokens are given out: call `.token_url(…)`"))
            }
        }
    }

    /// Where the document at this URL says that tokens are given out. It is read once.
    async fn discovered(&self, url: Uri, context: TokenContext<'_>) -> Result<Uri, TokenError> {
        let known = self.discovered.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, endpoint)) = known.filter(|(read, _)| *read == url) {
            return Ok(endpoint);
        }
        let endpoint = discovery::token_endpoint(context, &url).await?;
        *self.discovered.lock().unwrap_or_else(PoisonError::into_inner) = Some((url, endpoint.clone()));
        Ok(endpoint)
    }

    async fn ask(
        &self,
        context: TokenContext<'_>,
        documented: Option<&str>,
        mut form: String,
        secrets: &[SecretString],
    ) -> Result<Granted, TokenError> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        match self.login().filter(|_| !self.in_body) {
            Some(login) => {
                let mut value = HeaderValue::from_str(&format!("Basic {login}"))
                    .map_err(|_| TokenError::new("the credentials of the client cannot be sent"))?;
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
            uri: self.uri(documented, context).await?,
            headers,
            body: RequestBody::from_bytes(form),
            timeouts: context.timeouts,
            operation: None,
            resends: 0,
        };
        let failed = |error: TransportError| {
            let message = format!("the server of tokens cannot be reached: {}", error.innermost());
            TokenError::new(message).with_source(error)
        };
        // A refresh token may be used up by a request whose answer was lost.
        let is_repeatable = secrets.is_empty();
        let (status, body) = token_request::send(context, request, is_repeatable).await.map_err(failed)?;
        let answer: Value = serde_json::from_slice(&body).unwrap_or_default();
        match granted(&answer).filter(|_| status.is_success()) {
            Some(granted) => Ok(granted),
            None => {
                let reason = reason(&answer).unwrap_or_else(|| "the answer holds no `access_token`".to_owned());
                let all = self.secrets();
                let hidden: Vec<&str> = all.iter().chain(secrets).map(|secret| secret.expose_secret()).collect();
                Err(TokenError::new(format!("no token was given: {status}: {}", excerpt(&reason, 200, &hidden))))
            }
        }
    }
}

fn granted(answer: &Value) -> Option<Granted> {
    let text = |name| answer.get(name).and_then(Value::as_str);
    let token = Token::new(text("access_token")?);
    // Some servers write the seconds as text.
    let seconds = answer.get("expires_in").and_then(|value| value.as_f64().or_else(|| value.as_str()?.parse().ok()));
    let lifetime = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    Some(Granted {
        token: lifetime.map_or(token.clone(), |lifetime| token.expires_in(lifetime)),
        refresh_token: text("refresh_token").map(SecretString::from),
    })
}

/// Why there is no token, as RFC 6749 section 5.2 has it.
fn reason(answer: &Value) -> Option<String> {
    let error = answer.get("error")?.as_str()?;
    let description = answer.get("error_description").and_then(Value::as_str);
    Some(description.map_or(error.to_owned(), |description| format!("{error}: {description}")))
}
