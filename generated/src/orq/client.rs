// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::operations;
use apiarist_runtime::codegen::{
    ClientConfig, ClientCore, ClientDescription, CredentialDescription, SecurityScheme,
};
use apiarist_runtime::{
    Clock, ConfigError, Credential, Middleware, RetryPolicy, SecretString, Timeouts,
    Transport,
};

pub(crate) const API_KEY: SecurityScheme = SecurityScheme::bearer("ApiKey");
const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " (orq)"
);

const DESCRIPTION: ClientDescription = ClientDescription::new("orq", USER_AGENT)
    .base_url("https://api.orq.ai")
    .credentials(&[CredentialDescription::new(API_KEY, "api_key", &["ORQ_API_KEY"])]);

/// A server that the document names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Server {
    /// `https://api.orq.ai`
    ApiOrqAi,
    /// `https://my.orq.ai`
    MyOrqAi,
}

/// A client of orq.ai conversations.
///
/// Keeps conversations and lets a model answer in them.
///
/// A clone costs one atomic increment and shares connections, credentials and settings. A client is `Send` and
/// `Sync`: create one, and clone it for each task or thread that needs it.
#[derive(Clone, Debug)]
pub struct Client {
    core: ClientCore,
}

impl Client {
    /// Starts building a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            config: ClientConfig::new(&DESCRIPTION),
        }
    }

    /// Creates a client with the credentials and the base URL that the environment holds.
    ///
    /// For OAuth 2.0 and OpenID Connect the variable of a credential holds a token. In its place, variables with
    /// its name and a suffix may hold `_CLIENT_ID` with `_CLIENT_SECRET`, `_REFRESH_TOKEN` or both, and `_SCOPE`.
    /// If the server replaces refresh tokens, `RefreshToken::on_rotation` receives the one to keep.
    ///
    /// # Errors
    /// If the environment holds no credential, or the client cannot be built.
    pub fn from_env() -> Result<Self, ConfigError> {
        let config = ClientConfig::from_env(&DESCRIPTION)?;
        ClientBuilder { config }.build()
    }
}

/// Builds a [`Client`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    config: ClientConfig,
}

impl ClientBuilder {
    /// Sets the credential `ApiKey`: a bearer token.
    /// [`from_env`](Client::from_env) reads it from `ORQ_API_KEY`.
    ///
    /// Key of the workspace.
    pub fn api_key(mut self, secret: impl Into<Credential>) -> Self {
        self.config.credential(&API_KEY, secret);
        self
    }

    /// Chooses one of the servers that the document names; the first unless set. Operations that the
    /// document gives a server of their own keep it.
    pub fn server(mut self, server: Server) -> Self {
        self.config
            .server(
                match server {
                    Server::ApiOrqAi => "https://api.orq.ai",
                    Server::MyOrqAi => "https://my.orq.ai",
                },
            );
        self
    }

    /// Sets where the API is: the URL before the paths of all operations, in the place of the servers that the
    /// document names.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.config.base_url(url);
        self
    }

    /// Sets what sends requests.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.config.transport(transport);
        self
    }

    /// Puts a middleware around calls, inside of those that were added before.
    pub fn call_middleware(mut self, middleware: impl Middleware) -> Self {
        self.config.call_middleware(middleware);
        self
    }

    /// Puts a middleware around every request that is sent, inside of those that were added before.
    pub fn attempt_middleware(mut self, middleware: impl Middleware) -> Self {
        self.config.attempt_middleware(middleware);
        self
    }

    /// Sets where time comes from.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.config.clock(clock);
        self
    }

    /// Sets how often failed calls are made again.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.config.retries(policy);
        self
    }

    /// Sets how long the client waits.
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

    /// Adds a query parameter to every request that has none of this name.
    pub fn default_query(
        mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.config.default_query(name, value);
        self
    }

    /// Sends everything through the proxy of this URL, which may hold user and password. Without it the default
    /// transport takes the proxy that the environment names.
    pub fn proxy(mut self, url: impl Into<SecretString>) -> Self {
        self.config.proxy(url);
        self
    }

    /// Sets how the client calls itself.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.config.user_agent(user_agent);
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    /// When there is no base URL or it is none, when a header cannot be sent, or when there is no transport.
    pub fn build(self) -> Result<Client, ConfigError> {
        let core = self.config.build()?;
        Ok(Client { core })
    }
}

impl Client {
    /// Conversations and the replies in them.
    pub fn conversations(&self) -> operations::Conversations<'_> {
        operations::Conversations {
            core: &self.core,
        }
    }
}
