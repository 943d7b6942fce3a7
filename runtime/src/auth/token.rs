//! Tokens that expire: their providers, and the time of their renewal.

use std::{
    error, fmt,
    pin::pin,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use secrecy::SecretString;

use crate::{
    box_future::BoxFuture,
    error::redactor::Secrets,
    transport::{
        Transport,
        clock::Clock,
        sender::Sender,
        timeout::{Timeouts, within},
    },
    values::printable::{LONGEST_MESSAGE, printable},
};

/// The maximum time before its expiry at which a token is renewed.
const EARLY: Duration = Duration::from_secs(60);

/// A token and its lifetime.
///
/// ```
/// # use apiarist_runtime::Token;
/// use std::time::Duration;
///
/// let token = Token::new("tok-1").expires_in(Duration::from_secs(3600));
/// # let _ = token;
/// ```
#[derive(Clone, Debug)]
pub struct Token {
    secret: SecretString,
    lifetime: Option<Duration>,
}

impl Token {
    /// Creates a token that is valid until the server rejects it.
    pub fn new(secret: impl Into<SecretString>) -> Self {
        Token { secret: secret.into(), lifetime: None }
    }

    /// Sets the lifetime, starting now.
    #[must_use]
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }
}

/// The reason that a provider has no token, as a message without secrets.
#[derive(Debug)]
pub struct TokenError {
    message: String,
    is_timeout: bool,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl TokenError {
    /// Creates an error with this message.
    pub fn new(message: impl Into<String>) -> Self {
        TokenError { message: printable(&message.into(), LONGEST_MESSAGE), is_timeout: false, source: None }
    }

    fn timed_out(limit: Duration) -> Self {
        TokenError {
            message: format!("the token provider did not respond within {limit:?}"),
            is_timeout: true,
            source: None,
        }
    }

    pub(crate) fn is_timeout(&self) -> bool {
        self.is_timeout
    }

    pub(crate) fn into_source(self) -> Option<Box<dyn error::Error + Send + Sync>> {
        self.source
    }

    /// Sets the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl error::Error for TokenError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The parts of a client that a token provider can use.
#[derive(Clone, Copy)]
pub struct TokenContext<'a> {
    pub(crate) sender: &'a Sender,
    /// The secrets to redact from responses of token endpoints.
    pub(crate) secrets: &'a dyn Secrets,
    pub(crate) base_url: &'a str,
    pub(crate) token_url: Option<&'a str>,
    pub(crate) refresh_url: Option<&'a str>,
    pub(crate) discovery_url: Option<&'a str>,
    pub(crate) timeouts: Timeouts,
    /// Whether there is no token that is still valid.
    pub(crate) is_urgent: bool,
}

impl<'a> TokenContext<'a> {
    /// Returns the transport of the client.
    pub fn transport(&self) -> &'a dyn Transport {
        self.sender.transport.as_ref()
    }

    /// Returns the documented token URL.
    pub fn token_url(&self) -> Option<&'a str> {
        self.token_url
    }

    /// Returns the documented URL for refresh tokens.
    pub fn refresh_url(&self) -> Option<&'a str> {
        self.refresh_url
    }

    /// Returns the URL of the discovery document that names the token endpoint (OpenID Connect Discovery 1.0).
    pub fn discovery_url(&self) -> Option<&'a str> {
        self.discovery_url
    }

    /// Returns the timeouts of the client.
    pub fn timeouts(&self) -> Timeouts {
        self.timeouts
    }
}

impl fmt::Debug for TokenContext<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TokenContext").field("token_url", &self.token_url).finish_non_exhaustive()
    }
}

/// A provider of tokens. The client stores each token until shortly before it expires or until the server rejects it.
/// It makes one request at a time, regardless of the number of waiting calls.
///
/// ```
/// # use apiarist_runtime::{BoxFuture, Token, TokenContext, TokenError, TokenProvider};
/// struct FromFile(std::path::PathBuf);
///
/// impl TokenProvider for FromFile {
///     fn token<'a>(&'a self, _context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
///         Box::pin(async move {
///             let text = std::fs::read_to_string(&self.0)
///                 .map_err(|error| TokenError::new("cannot read the token file").with_source(error))?;
///             Ok(Token::new(text.trim()))
///         })
///     }
/// }
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Returns a new token, or one that is still valid.
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>>;

    /// Returns the secrets of the provider, which must never be shown.
    fn secrets(&self) -> Vec<SecretString> {
        Vec::new()
    }
}

/// A provider and its last token.
pub(crate) struct TokenCache {
    provider: Box<dyn TokenProvider>,
    /// Held while the provider is queried, so that one query serves all waiting calls.
    asking: tokio::sync::Mutex<()>,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    current: Option<KeptToken>,
    /// The previous token, which responses may still repeat.
    before: Option<SecretString>,
    /// The number of tokens so far.
    count: u64,
}

#[derive(Clone)]
struct KeptToken {
    secret: SecretString,
    /// The time of renewal on the client's clock.
    renewed: Option<Duration>,
    expires: Option<Duration>,
    number: u64,
}

impl TokenCache {
    pub(crate) fn new(provider: Box<dyn TokenProvider>) -> Self {
        TokenCache { provider, asking: tokio::sync::Mutex::default(), kept: Mutex::default() }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns a valid token and its number. Waits for at most the timeout of one attempt.
    pub(crate) async fn get(
        &self,
        context: TokenContext<'_>,
        clock: &dyn Clock,
    ) -> Result<(SecretString, u64), TokenError> {
        if let Some(token) = self.fresh(clock) {
            return Ok((token.secret, token.number));
        }
        let limit = context.timeouts.attempt;
        let asked = within(clock, limit, pin!(self.ask(context, clock))).await;
        let token = asked.unwrap_or_else(|_| Err(TokenError::timed_out(limit))).or_else(|error| {
            // A token that is about to expire is still usable.
            self.good(clock).ok_or(error)
        })?;
        Ok((token.secret, token.number))
    }

    async fn ask(&self, context: TokenContext<'_>, clock: &dyn Clock) -> Result<KeptToken, TokenError> {
        let _asking = self.asking.lock().await;
        // A previous waiter may have obtained a token.
        match self.fresh(clock) {
            Some(token) => Ok(token),
            None => {
                let context = TokenContext { is_urgent: self.good(clock).is_none(), ..context };
                self.provider.token(context).await.map(|token| self.keep(token, clock.now()))
            }
        }
    }

    fn fresh(&self, clock: &dyn Clock) -> Option<KeptToken> {
        let is_fresh = |token: &KeptToken| token.renewed.is_none_or(|renewed| clock.now() < renewed);
        self.kept().current.clone().filter(is_fresh)
    }

    /// Returns a token that has not expired.
    fn good(&self, clock: &dyn Clock) -> Option<KeptToken> {
        let is_good = |token: &KeptToken| token.expires.is_some_and(|expires| clock.now() < expires);
        self.kept().current.clone().filter(is_good)
    }

    fn keep(&self, token: Token, now: Duration) -> KeptToken {
        let mut kept = self.kept();
        kept.count += 1;
        let token = KeptToken {
            renewed: token.lifetime.map(|lifetime| now.saturating_add(lifetime - EARLY.min(lifetime / 10))),
            expires: token.lifetime.map(|lifetime| now.saturating_add(lifetime)),
            secret: token.secret,
            number: kept.count,
        };
        kept.before = kept.current.replace(token.clone()).map(|token| token.secret).or(kept.before.take());
        token
    }

    /// Marks the token with this number as rejected by the server, so that it is not used again.
    pub(crate) fn refuse(&self, number: u64) {
        let mut kept = self.kept();
        if kept.current.as_ref().is_some_and(|token| token.number == number) {
            kept.before = kept.current.take().map(|token| token.secret);
        }
    }

    /// Returns the secrets that must not be shown: tokens, and the secrets of the provider.
    pub(crate) fn secrets(&self) -> Vec<SecretString> {
        let mut secrets = self.provider.secrets();
        let kept = self.kept();
        secrets.extend(kept.current.as_ref().map(|token| token.secret.clone()));
        secrets.extend(kept.before.clone());
        secrets
    }
}
