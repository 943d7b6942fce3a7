//! Tokens that expire: who gives them, and when new ones are asked for.

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

/// How long before its end a token is no longer used, at most.
const EARLY: Duration = Duration::from_secs(60);

/// A token, and how long it is good for.
#[derive(Clone, Debug)]
pub struct Token {
    secret: SecretString,
    lifetime: Option<Duration>,
}

impl Token {
    /// A token that is good until the server refuses it.
    pub fn new(secret: impl Into<SecretString>) -> Self {
        Token { secret: secret.into(), lifetime: None }
    }

    /// Sets how long it is good for, from now on.
    #[must_use]
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }
}

/// Why there is no token, as a sentence without secrets.
#[derive(Debug)]
pub struct TokenError {
    message: String,
    is_timeout: bool,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl TokenError {
    /// A reason in words.
    pub fn new(message: impl Into<String>) -> Self {
        TokenError { message: printable(&message.into(), LONGEST_MESSAGE), is_timeout: false, source: None }
    }

    fn timed_out(limit: Duration) -> Self {
        TokenError { message: format!("none was given within {limit:?}"), is_timeout: true, source: None }
    }

    pub(crate) fn is_timeout(&self) -> bool {
        self.is_timeout
    }

    pub(crate) fn into_source(self) -> Option<Box<dyn error::Error + Send + Sync>> {
        self.source
    }

    /// Adds what caused it.
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

/// What a provider of tokens may use of the client.
#[derive(Clone, Copy)]
pub struct TokenContext<'a> {
    pub(crate) sender: &'a Sender,
    /// What must not be shown of the answers of token endpoints.
    pub(crate) secrets: &'a dyn Secrets,
    pub(crate) base_url: &'a str,
    pub(crate) token_url: Option<&'a str>,
    pub(crate) refresh_url: Option<&'a str>,
    pub(crate) discovery_url: Option<&'a str>,
    pub(crate) timeouts: Timeouts,
    /// Whether there is no token that is still good.
    pub(crate) is_urgent: bool,
}

impl<'a> TokenContext<'a> {
    /// What sends the client's requests.
    pub fn transport(&self) -> &'a dyn Transport {
        self.sender.transport.as_ref()
    }

    /// Where the document says that tokens are given out.
    pub fn token_url(&self) -> Option<&'a str> {
        self.token_url
    }

    /// Where the document says that new tokens are given out for refresh tokens.
    pub fn refresh_url(&self) -> Option<&'a str> {
        self.refresh_url
    }

    /// Where another document says where tokens are given out (OpenID Connect Discovery 1.0).
    pub fn discovery_url(&self) -> Option<&'a str> {
        self.discovery_url
    }

    /// How long the client waits.
    pub fn timeouts(&self) -> Timeouts {
        self.timeouts
    }
}

impl fmt::Debug for TokenContext<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TokenContext").field("token_url", &self.token_url).finish_non_exhaustive()
    }
}

/// Gives tokens. The client keeps each until shortly before it expires or the server refuses it, and asks for one at a
/// time however many calls wait for it.
///
/// ```
/// # use apiarist_runtime::{BoxFuture, Token, TokenContext, TokenError, TokenProvider};
/// struct FromFile(std::path::PathBuf);
///
/// impl TokenProvider for FromFile {
///     fn token<'a>(&'a self, _context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
///         Box::pin(async move {
///             let text = std::fs::read_to_string(&self.0)
///                 .map_err(|error| TokenError::new("the file of the token cannot be read").with_source(error))?;
///             Ok(Token::new(text.trim()))
///         })
///     }
/// }
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Gives a token that has not been given before, or that is still good.
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>>;

    /// What the provider holds that must never be shown.
    fn secrets(&self) -> Vec<SecretString> {
        Vec::new()
    }
}

/// A provider, and the token that it gave last.
pub(crate) struct TokenCache {
    provider: Box<dyn TokenProvider>,
    /// Held by who asks the provider, so that one asks for all.
    asking: tokio::sync::Mutex<()>,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    current: Option<KeptToken>,
    /// The token before, which answers may still repeat.
    before: Option<SecretString>,
    /// How many tokens there have been.
    count: u64,
}

#[derive(Clone)]
struct KeptToken {
    secret: SecretString,
    /// When to ask for the next, as the clock counts.
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

    /// A token that is good for a while, and its number. Waits as long as one attempt may take.
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
            // One that is about to expire is better than none.
            self.good(clock).ok_or(error)
        })?;
        Ok((token.secret, token.number))
    }

    async fn ask(&self, context: TokenContext<'_>, clock: &dyn Clock) -> Result<KeptToken, TokenError> {
        let _asking = self.asking.lock().await;
        // Whoever asked before may have brought one.
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

    /// A token that has not expired yet.
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

    /// The server refused the token of this number: it is not given again.
    pub(crate) fn refuse(&self, number: u64) {
        let mut kept = self.kept();
        if kept.current.as_ref().is_some_and(|token| token.number == number) {
            kept.before = kept.current.take().map(|token| token.secret);
        }
    }

    /// All that must not be shown: tokens, and what the provider holds.
    pub(crate) fn secrets(&self) -> Vec<SecretString> {
        let mut secrets = self.provider.secrets();
        let kept = self.kept();
        secrets.extend(kept.current.as_ref().map(|token| token.secret.clone()));
        secrets.extend(kept.before.clone());
        secrets
    }
}
