// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::operations;
use apiarist_runtime::codegen::{
    ClientConfig, ClientCore, ClientDescription, CredentialDescription, SecurityScheme,
};
use apiarist_runtime::{
    Clock, ConfigError, Credential, Middleware, RetryPolicy, SecretString, Timeouts,
    Transport,
};

pub(crate) const API_KEY: SecurityScheme = SecurityScheme::header("apiKey", "x-api-key");
const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " (tavus)"
);

const DESCRIPTION: ClientDescription = ClientDescription::new("tavus", USER_AGENT)
    .base_url("https://tavusapi.com")
    .credentials(&[CredentialDescription::new(API_KEY, "api_key", &["TAVUS_API_KEY"])]);

/// A client for Tavus Conversations.
///
/// Create, read, and end video conversations between participants and a replica.
///
/// Cloning costs one atomic increment; clones share connections, credentials and settings. A client is `Send` and
/// `Sync`: create one, and clone it for each task or thread.
#[derive(Clone, Debug)]
pub struct Client {
    core: ClientCore,
}

impl Client {
    /// Returns a builder for the client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            config: ClientConfig::new(&DESCRIPTION),
        }
    }

    /// Creates a client with the credentials and the base URL from the environment.
    ///
    /// For OAuth 2.0 and OpenID Connect, the variable of a credential contains a token. Alternatively, set variables
    /// with its name and a suffix: `_CLIENT_ID` with `_CLIENT_SECRET`, `_REFRESH_TOKEN` or both, and `_SCOPE`.
    /// If the server rotates refresh tokens, `RefreshToken::on_rotation` receives each new one.
    ///
    /// # Errors
    /// Returns an error if the environment contains no credential, or the client cannot be built.
    pub fn from_env() -> Result<Self, ConfigError> {
        let config = ClientConfig::from_env(&DESCRIPTION)?;
        ClientBuilder { config }.build()
    }
}

/// A builder for [`Client`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    config: ClientConfig,
}

impl ClientBuilder {
    /// Sets the credential `apiKey`: an API key in the header `x-api-key`.
    /// [`from_env`](Client::from_env) reads it from `TAVUS_API_KEY`.
    ///
    /// API key of the account.
    pub fn api_key(mut self, secret: impl Into<Credential>) -> Self {
        self.config.credential(&API_KEY, secret);
        self
    }

    /// Sets the base URL, which precedes the paths of all operations. It overrides the documented servers.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.config.base_url(url);
        self
    }

    /// Sets the transport that sends requests.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.config.transport(transport);
        self
    }

    /// Adds a middleware around each call, inside those added before.
    pub fn call_middleware(mut self, middleware: impl Middleware) -> Self {
        self.config.call_middleware(middleware);
        self
    }

    /// Adds a middleware around each attempt of a call, inside those added before.
    pub fn attempt_middleware(mut self, middleware: impl Middleware) -> Self {
        self.config.attempt_middleware(middleware);
        self
    }

    /// Sets the clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.config.clock(clock);
        self
    }

    /// Sets the retry policy.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.config.retries(policy);
        self
    }

    /// Sets the timeouts.
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.config.timeouts(timeouts);
        self
    }

    /// Adds a header to every request.
    pub fn default_header(
        mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.config.default_header(name, value);
        self
    }

    /// Adds a query parameter to every request that does not already have one with this name.
    pub fn default_query(
        mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.config.default_query(name, value);
        self
    }

    /// Sends every request through the proxy at this URL, which may include a user name and password. If unset, the
    /// default transport uses the proxy from the environment.
    pub fn proxy(mut self, url: impl Into<SecretString>) -> Self {
        self.config.proxy(url);
        self
    }

    /// Sets the `User-Agent` header.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.config.user_agent(user_agent);
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// Returns an error if the base URL is missing or invalid, a header cannot be sent, or there is no transport.
    pub fn build(self) -> Result<Client, ConfigError> {
        let core = self.config.build()?;
        Ok(Client { core })
    }
}

impl Client {
    /// Video conversations with a replica.
    pub fn conversations(&self) -> operations::Conversations<'_> {
        operations::Conversations {
            core: &self.core,
        }
    }
}
