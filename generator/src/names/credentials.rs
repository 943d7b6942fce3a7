//! Names for credentials of security schemes: setters, constants and environment variables.

use super::identifier::{escape, screaming, snake, split_words};
use super::scope::Scope;
use crate::hash::IndexMap;
use crate::ir::{Api, SecuritySchemeKind};
use crate::settings::{CredentialVariables, Settings};

/// Methods that every builder has.
pub(super) const BUILDER_METHODS: &[&str] = &[
    "attempt_middleware",
    "base_url",
    "build",
    "call_middleware",
    "clock",
    "clone",
    "core",
    "default",
    "default_header",
    "default_query",
    "fmt",
    "from_env",
    "into",
    "new",
    "proxy",
    "redirects",
    "retries",
    "server",
    "timeouts",
    "transport",
    "try_into",
    "user_agent",
];

/// The names of a credential.
#[derive(Clone, Debug)]
pub struct CredentialNames {
    /// The builder's setter.
    pub setter: String,
    /// The constant of the security scheme.
    pub constant: String,
    /// The environment variables of the credential: one, two for user and password, or none if it is computed.
    pub variables: Vec<String>,
}

/// Returns the names of the credentials of all security schemes; `client` is the name of the client.
pub(crate) fn credential_names(api: &Api, settings: &Settings, client: &str) -> IndexMap<String, CredentialNames> {
    let mut setters = Scope::new(BUILDER_METHODS.iter().copied());
    let mut constants = Scope::default();
    let prefix = screaming(&split_words(client), "API");
    let mut schemes: Vec<_> = api.security_schemes.iter().collect();
    schemes.sort_by_key(|(scheme, _)| *scheme);
    schemes
        .into_iter()
        .map(|(scheme, description)| {
            let own = split_words(scheme);
            let snake = snake(&own, "key");
            let setter = escape(setters.claim([snake.clone(), format!("{snake}_credential")]));
            let constant = constants.claim([screaming(&own, "KEY")]);
            let default = format!("{prefix}_{constant}");
            let is_basic = description.kind == SecuritySchemeKind::Basic;
            let variables = match settings.client.environment.get(scheme) {
                // A credential that is computed for each request has no environment variable.
                _ if matches!(description.kind, SecuritySchemeKind::External(_)) => Vec::new(),
                Some(CredentialVariables::UserAndPassword([user, password])) if is_basic => {
                    vec![user.clone(), password.clone()]
                }
                Some(CredentialVariables::One(variable)) if !is_basic => vec![variable.clone()],
                Some(CredentialVariables::One(variable)) => {
                    vec![format!("{variable}_USER"), format!("{variable}_PASSWORD")]
                }
                _ if is_basic => vec![format!("{default}_USER"), format!("{default}_PASSWORD")],
                _ => vec![default],
            };
            (scheme.clone(), CredentialNames { setter, constant, variables })
        })
        .collect()
}
