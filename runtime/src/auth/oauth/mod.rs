//! OAuth 2.0 grants: client credentials, refresh token and password (RFC 6749 sections 4.4, 6 and 4.3).

mod discovery;
mod endpoint;
mod request;

use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    auth::{
        oauth::endpoint::Endpoint,
        token::{Token, TokenContext, TokenError, TokenProvider},
    },
    box_future::BoxFuture,
    encode::query::push_pair,
};

/// A token provider for the grant `client_credentials`. It uses the documented token endpoint or, for OpenID Connect,
/// the `token_endpoint` of the discovery document, which is read once, before the first token.
///
/// ```
/// # use apiarist_runtime::ClientCredentials;
/// let credentials = ClientCredentials::new("my-client", "its secret").scope("bees:read");
/// // Client::builder().oauth(credentials).build()?;
/// ```
#[derive(Clone)]
pub struct ClientCredentials(Endpoint);

/// A callback that stores a rotated refresh token.
type Keep = Box<dyn Fn(&str) + Send + Sync>;

/// A token provider for the grant `refresh_token`. If the server issues a new refresh token, it replaces the previous
/// one, which may no longer be valid. To continue after a restart, store it in
/// [`on_rotation`](RefreshToken::on_rotation).
///
/// ```
/// # use apiarist_runtime::RefreshToken;
/// let token = RefreshToken::new("my-client", "a refresh token")
///     .on_rotation(|next| std::fs::write("refresh-token", next).unwrap_or_else(|error| eprintln!("not kept: {error}")));
/// // Client::builder().oauth(token).build()?;
/// ```
pub struct RefreshToken {
    endpoint: Endpoint,
    token: Mutex<SecretString>,
    rotated: Option<Keep>,
}

/// A token provider for the grant `password`, with the name and password of a user (RFC 6749 section 4.3). If the last
/// response contained a refresh token that is still valid, it is used to obtain the next token. OAuth 2.1 removed this
/// grant; use it only for servers that support no other.
///
/// ```
/// # use apiarist_runtime::PasswordCredentials;
/// let credentials = PasswordCredentials::new("my-client", "maja", "her password").client_secret("its secret");
/// // Client::builder().oauth(credentials).build()?;
/// ```
pub struct PasswordCredentials {
    endpoint: Endpoint,
    user: String,
    password: SecretString,
    refresh: Mutex<Option<SecretString>>,
}

/// Implements the setters that all grants share.
macro_rules! endpoint_setters {
    ($($path:tt)+) => {
        /// Sets the token endpoint, which overrides the documented one.
        #[must_use]
        pub fn token_url(mut self, url: impl Into<String>) -> Self {
            self.$($path)+.url = Some(url.into());
            self
        }

        /// Sets the requested scopes, separated by spaces.
        #[must_use]
        pub fn scope(self, scopes: impl Into<String>) -> Self {
            self.parameter("scope", scopes)
        }

        /// Adds a parameter to the token request, such as `audience`.
        #[must_use]
        pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.$($path)+.parameters.push((name.into(), value.into()));
            self
        }

        /// Sends the client ID and secret in the form, for servers that do not accept them in `Authorization`.
        #[must_use]
        pub fn in_body(mut self) -> Self {
            self.$($path)+.in_body = true;
            self
        }
    };
}

impl ClientCredentials {
    /// Creates a provider from the client ID and secret.
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<SecretString>) -> Self {
        ClientCredentials(Endpoint::new(client_id.into(), Some(client_secret.into())))
    }

    endpoint_setters!(0);
}

impl RefreshToken {
    /// Creates a provider from a refresh token issued to this client.
    pub fn new(client_id: impl Into<String>, refresh_token: impl Into<SecretString>) -> Self {
        let token = Mutex::new(refresh_token.into());
        RefreshToken { endpoint: Endpoint::new(client_id.into(), None), token, rotated: None }
    }

    /// Sets a callback that receives each new refresh token as soon as the server issues it. Calls wait for the
    /// callback.
    #[must_use]
    pub fn on_rotation(mut self, keep: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.rotated = Some(Box::new(keep));
        self
    }

    /// Sets the client secret, if the client has one.
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

impl PasswordCredentials {
    /// Creates a provider from the name and password of a user.
    pub fn new(client_id: impl Into<String>, user: impl Into<String>, password: impl Into<SecretString>) -> Self {
        PasswordCredentials {
            endpoint: Endpoint::new(client_id.into(), None),
            user: user.into(),
            password: password.into(),
            refresh: Mutex::new(None),
        }
    }

    /// Sets the client secret, if the client has one.
    #[must_use]
    pub fn client_secret(mut self, secret: impl Into<SecretString>) -> Self {
        self.endpoint.secret = Some(secret.into());
        self
    }

    endpoint_setters!(endpoint);

    fn refresh_token(&self) -> MutexGuard<'_, Option<SecretString>> {
        self.refresh.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn refreshed(&self, context: TokenContext<'_>, refresh: SecretString) -> Option<Token> {
        let (form, secrets) = (refresh_form(&refresh), [refresh]);
        let granted = self.endpoint.ask(context, context.refresh_url, form, &secrets, false).await.ok()?;
        let [refresh] = secrets;
        *self.refresh_token() = granted.refresh_token.or(Some(refresh));
        Some(granted.token)
    }
}

/// Returns the form of the grant `refresh_token`.
fn refresh_form(token: &SecretString) -> String {
    let mut form = String::new();
    push_pair(&mut form, "grant_type", "refresh_token");
    push_pair(&mut form, "refresh_token", token.expose_secret());
    form
}

impl TokenProvider for ClientCredentials {
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(async move {
            let mut form = String::new();
            push_pair(&mut form, "grant_type", "client_credentials");
            self.0.ask(context, context.token_url, form, &[], true).await.map(|granted| granted.token)
        })
    }

    fn secrets(&self) -> Vec<SecretString> {
        self.0.secrets()
    }
}

impl TokenProvider for RefreshToken {
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(async move {
            let current = self.current();
            let form = refresh_form(&current);
            let granted =
                self.endpoint.ask(context, context.refresh_url, form, std::slice::from_ref(&current), false).await?;
            if let Some(next) = granted.refresh_token.filter(|next| next.expose_secret() != current.expose_secret()) {
                *self.token.lock().unwrap_or_else(PoisonError::into_inner) = next.clone();
                if let Some(rotated) = &self.rotated {
                    rotated(next.expose_secret());
                }
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

impl TokenProvider for PasswordCredentials {
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(async move {
            // An invalid refresh token is not used again.
            let refresh = self.refresh_token().take();
            if let Some(refresh) = refresh
                && let Some(token) = self.refreshed(context, refresh).await
            {
                return Ok(token);
            }
            let mut form = String::new();
            push_pair(&mut form, "grant_type", "password");
            push_pair(&mut form, "username", &self.user);
            push_pair(&mut form, "password", self.password.expose_secret());
            let secrets = [self.password.clone()];
            let granted = self.endpoint.ask(context, context.token_url, form, &secrets, true).await?;
            *self.refresh_token() = granted.refresh_token;
            Ok(granted.token)
        })
    }

    fn secrets(&self) -> Vec<SecretString> {
        let mut secrets = self.endpoint.secrets();
        secrets.push(self.password.clone());
        secrets.extend(self.refresh_token().clone());
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

/// Hides the secrets.
impl fmt::Debug for PasswordCredentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PasswordCredentials").field("client_id", &self.endpoint.id).finish_non_exhaustive()
    }
}
