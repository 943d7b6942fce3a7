//! Configuration of a client.

use std::{env, fmt, sync::Arc};

use http::{HeaderMap, HeaderName, HeaderValue};
#[cfg(feature = "reqwest-no-tls")]
use secrecy::ExposeSecret as _;
use secrecy::SecretString;

use crate::{
    auth::{credential::Credential, credentials::Credentials},
    client::{
        base_url,
        core::{ClientCore, Core},
        server,
    },
    error::redact::{is_name_of_secret, shown_origin, shown_url, tokens_in_path},
    spec::{client_description::ClientDescription, security_scheme::SecurityScheme},
    transport::{
        Transport,
        clock::{Clock, SystemClock},
        middleware::Middleware,
        retry_policy::{Budget, RetryPolicy},
        sender::Sender,
        timeout::Timeouts,
    },
    values::printable::{LONGEST_MESSAGE, printable},
};

/// The reason that a client could not be built.
#[derive(Debug)]
pub struct ConfigError(String);

impl ConfigError {
    fn new(message: impl AsRef<str>) -> Self {
        ConfigError(printable(message.as_ref(), LONGEST_MESSAGE))
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

/// Configuration collected by a generated `ClientBuilder`. `Debug` hides credentials.
pub struct ClientConfig {
    description: &'static ClientDescription,
    base_url: Option<String>,
    server: Option<&'static str>,
    server_variables: Vec<(&'static str, String)>,
    user_agent: Option<String>,
    default_headers: Vec<(String, String)>,
    default_query: Vec<(String, String)>,
    /// The proxy URL, which may contain a password.
    proxy: Option<SecretString>,
    credentials: Credentials,
    transport: Option<Arc<dyn Transport>>,
    call_middleware: Vec<Arc<dyn Middleware>>,
    attempt_middleware: Vec<Arc<dyn Middleware>>,
    clock: Option<Arc<dyn Clock>>,
    retries: RetryPolicy,
    timeouts: Timeouts,
}

impl ClientConfig {
    /// Creates the configuration that the document describes.
    pub fn new(description: &'static ClientDescription) -> Self {
        ClientConfig {
            description,
            base_url: None,
            server: None,
            server_variables: Vec::new(),
            user_agent: None,
            default_headers: Vec::new(),
            default_query: Vec::new(),
            proxy: None,
            credentials: Credentials::default(),
            transport: None,
            call_middleware: Vec::new(),
            attempt_middleware: Vec::new(),
            clock: None,
            retries: RetryPolicy::default(),
            timeouts: Timeouts::default(),
        }
    }

    /// Creates a configuration from this client's settings in the environment.
    ///
    /// # Errors
    /// Returns an error if the client takes credentials and the environment contains none of them.
    pub fn from_env(description: &'static ClientDescription) -> Result<Self, ConfigError> {
        let mut config = ClientConfig::new(description);
        config.base_url = env::var(description.base_url_variable()).ok().filter(|value| !value.is_empty());
        for credential in description.credentials {
            let read = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
            if let Some(given) = credential.read_environment(read) {
                config.credentials.set(&credential.scheme, given);
            }
        }
        let takes_any = description.credentials.iter().any(|credential| !credential.variables.is_empty());
        if config.credentials.is_empty() && takes_any {
            return Err(ConfigError::new(format!(
                "no credentials for {} in the environment: set {}",
                description.name,
                description.environment_variables()
            )));
        }
        Ok(config)
    }

    /// Sets the base URL, which precedes the paths of all operations. It overrides the documented servers.
    pub fn base_url(&mut self, url: impl Into<String>) {
        self.base_url = Some(url.into());
    }

    /// Selects one of the documented servers, by its URL in the document.
    pub fn server(&mut self, url: &'static str) {
        self.server = Some(url);
    }

    /// Sets a variable of the documented servers.
    pub fn server_variable(&mut self, name: &'static str, value: impl Into<String>) {
        self.server_variables.push((name, value.into()));
    }

    /// Sets a credential.
    pub fn credential(&mut self, scheme: &SecurityScheme, credential: impl Into<Credential>) {
        self.credentials.set(scheme, credential.into());
    }

    /// Sets the transport.
    pub fn transport(&mut self, transport: impl Transport) {
        self.transport = Some(Arc::new(transport));
    }

    /// Adds a middleware around calls, inside those added before.
    pub fn call_middleware(&mut self, middleware: impl Middleware) {
        self.call_middleware.push(Arc::new(middleware));
    }

    /// Adds a middleware around every request, inside those added before.
    pub fn attempt_middleware(&mut self, middleware: impl Middleware) {
        self.attempt_middleware.push(Arc::new(middleware));
    }

    /// Sets the clock.
    pub fn clock(&mut self, clock: impl Clock) {
        self.clock = Some(Arc::new(clock));
    }

    /// Sets the retry policy.
    pub fn retries(&mut self, policy: RetryPolicy) {
        self.retries = policy;
    }

    /// Sets the timeouts.
    pub fn timeouts(&mut self, timeouts: Timeouts) {
        self.timeouts = timeouts;
    }

    /// Adds a header to every request.
    pub fn default_header(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.default_headers.push((name.into(), value.into()));
    }

    /// Adds a query parameter to every request that does not already have one with this name.
    pub fn default_query(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.default_query.push((name.into(), value.into()));
    }

    /// Sends every request through the proxy at this URL.
    pub fn proxy(&mut self, url: impl Into<SecretString>) {
        self.proxy = Some(url.into());
    }

    /// Sets the `User-Agent` header.
    pub fn user_agent(&mut self, user_agent: impl Into<String>) {
        self.user_agent = Some(user_agent.into());
    }

    /// Returns the base URL: the one that the caller set, or else that of the documented server with its variables
    /// expanded.
    fn checked_base_url(&self) -> Result<String, ConfigError> {
        if let Some(url) = &self.base_url {
            return base_url::check(url, true).map_err(ConfigError::new);
        }
        let server = self.server.or(self.description.base_url);
        server::check(self.description, server, &self.server_variables).map_err(ConfigError::new)?;
        let Some(server) = server else {
            let name = self.description.name;
            return Err(ConfigError::new(format!(
                "the document of {name} does not declare a server: call `.base_url(…)` on the builder"
            )));
        };
        base_url::check(&server::fill(server, &self.server_variables), false).map_err(ConfigError::new)
    }

    /// Builds the client.
    ///
    /// # Errors
    /// Returns an error if the base URL is missing or invalid, a header cannot be sent, or there is no transport.
    pub fn build(self) -> Result<ClientCore, ConfigError> {
        let base_url = self.checked_base_url()?;
        let user_agent = self.user_agent.as_deref().unwrap_or(self.description.user_agent);
        let user_agent = HeaderValue::from_str(user_agent)
            .map_err(|_| ConfigError::new("the user agent contains characters that are not allowed in a header"))?;
        let default_headers = headers(&self.default_headers)?;
        let transport = match (self.transport, &self.proxy) {
            (Some(transport), None) => transport,
            (Some(_), Some(_)) => {
                return Err(ConfigError::new(
                    "`.proxy(…)` applies only to the default transport: configure the proxy in the custom transport",
                ));
            }
            (None, proxy) => default_transport(&self.timeouts, proxy.as_ref())?,
        };
        let mut credentials = self.credentials;
        credentials.set_others(other_secrets(
            self.description,
            &default_headers,
            &self.default_query,
            self.base_url.as_ref().map(|_| base_url.as_str()),
            &self.server_variables,
        ));
        Ok(ClientCore(Arc::new(Core {
            description: self.description,
            base_url,
            has_own_base_url: self.base_url.is_some(),
            server_variables: self.server_variables,
            default_query: self.default_query,
            user_agent,
            default_headers,
            credentials,
            sender: Sender {
                transport,
                middleware: self.attempt_middleware,
                clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock::default())),
                retries: self.retries,
                budget: Budget::default(),
            },
            call_middleware: self.call_middleware,
            timeouts: self.timeouts,
        })))
    }
}

impl fmt::Debug for ClientConfig {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientConfig")
            .field("name", &self.description.name)
            .field("base_url", &self.base_url.as_deref().map(shown_origin).or(self.description.base_url.map(shown_url)))
            .field("credentials", &self.credentials.names())
            .field("retries", &self.retries)
            .field("timeouts", &self.timeouts)
            .finish_non_exhaustive()
    }
}

/// Converts headers to the form in which they are sent.
fn headers(pairs: &[(String, String)]) -> Result<HeaderMap, ConfigError> {
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        let header =
            HeaderName::try_from(name).map_err(|_| ConfigError::new(format!("`{name}` is not a valid header name")))?;
        let value = HeaderValue::from_str(value).map_err(|_| {
            ConfigError::new(format!(
                "the value of the header `{name}` contains characters that are not allowed in a header"
            ))
        })?;
        headers.insert(header, value);
    }
    Ok(headers)
}

/// Returns the secrets that a client sends in addition to its credentials: headers and query parameters that the caller
/// set for every request, server variables whose name denotes a secret, and tokens in the path of a base URL that the
/// caller set.
fn other_secrets(
    description: &ClientDescription,
    default_headers: &HeaderMap,
    default_query: &[(String, String)],
    given_base_url: Option<&str>,
    server_variables: &[(&'static str, String)],
) -> Vec<SecretString> {
    let mut secrets: Vec<String> = Vec::new();
    for scheme in description.credentials.iter().map(|credential| &credential.scheme) {
        let header = scheme.header_name().and_then(|name| default_headers.get(name));
        secrets.extend(header.and_then(|value| value.to_str().ok()).into_iter().flat_map(header_secrets));
        let query = default_query.iter().filter(|(name, _)| scheme.query_name() == Some(name.as_str()));
        secrets.extend(query.map(|(_, value)| value.clone()));
    }
    secrets.extend(given_base_url.into_iter().flat_map(tokens_in_path).map(str::to_owned));
    let variables = server_variables.iter().filter(|(name, _)| is_name_of_secret(name));
    secrets.extend(variables.map(|(_, value)| value.clone()));
    secrets.into_iter().map(SecretString::from).collect()
}

/// Returns the parts of a header that may be a credential: the whole value, and the text after the name of a scheme.
fn header_secrets(value: &str) -> impl Iterator<Item = String> {
    let credential = value.split_once(' ').map(|(_, credential)| credential.trim().to_owned());
    credential.into_iter().chain([value.to_owned()])
}

#[cfg(feature = "reqwest-no-tls")]
fn default_transport(timeouts: &Timeouts, proxy: Option<&SecretString>) -> Result<Arc<dyn Transport>, ConfigError> {
    let transport = match proxy {
        None => crate::transport::ReqwestTransport::new(timeouts),
        Some(url) => crate::transport::ReqwestTransport::by_proxy(timeouts, url.expose_secret()),
    };
    Ok(Arc::new(transport.map_err(|error| ConfigError::new(format!("cannot create the transport: {error}")))?))
}

#[cfg(not(feature = "reqwest-no-tls"))]
fn default_transport(_timeouts: &Timeouts, _proxy: Option<&SecretString>) -> Result<Arc<dyn Transport>, ConfigError> {
    Err(ConfigError::new(
        "no transport is available: enable the feature `reqwest`, or call `.transport(…)` on the builder",
    ))
}
