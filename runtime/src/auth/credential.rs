//! Credentials: what a client is given for a security scheme.

use std::{fmt, sync::Arc};

use ::base64::Engine as _;
use secrecy::{ExposeSecret as _, SecretString};

use crate::auth::{
    oauth::{ClientCredentials, PasswordCredentials, RefreshToken},
    token::{TokenCache, TokenProvider},
};

/// What a client is given for a security scheme: a secret, or who gives tokens.
///
/// Strings are secrets; [`ClientCredentials`], [`RefreshToken`] and [`PasswordCredentials`] give tokens of OAuth 2.0,
/// [`Credential::provider`] those of anything else.
pub struct Credential(pub(crate) CredentialKind);

#[derive(Clone)]
pub(crate) enum CredentialKind {
    Secret(SecretString),
    /// User and password of basic authentication.
    Login(String, SecretString),
    Tokens(Arc<TokenCache>),
    /// Something else than the client sends it.
    External,
}

impl Credential {
    /// The tokens that a provider gives.
    pub fn provider(provider: impl TokenProvider) -> Self {
        Credential(CredentialKind::Tokens(Arc::new(TokenCache::new(Box::new(provider)))))
    }

    /// User and password.
    pub fn login(user: impl Into<String>, password: impl Into<SecretString>) -> Self {
        Credential(CredentialKind::Login(user.into(), password.into()))
    }

    /// Nothing: a middleware or the transport sends what the scheme asks for, such as a signature of the request.
    pub fn external() -> Self {
        Credential(CredentialKind::External)
    }
}

impl CredentialKind {
    /// The secrets. Many servers take a key as the user of basic authentication, so that the user counts as one.
    pub(crate) fn secrets(&self) -> Vec<String> {
        match self {
            CredentialKind::Secret(secret) => vec![secret.expose_secret().to_owned()],
            CredentialKind::Login(user, password) => {
                let password = password.expose_secret();
                vec![format!("{user}:{password}"), user.clone(), password.to_owned()]
            }
            CredentialKind::Tokens(tokens) => {
                tokens.secrets().iter().map(|secret| secret.expose_secret().to_owned()).collect()
            }
            CredentialKind::External => Vec::new(),
        }
    }
}

/// User and password as `Authorization: Basic` has them (RFC 7617).
pub(crate) fn login(user: &str, password: &SecretString) -> String {
    ::base64::engine::general_purpose::STANDARD.encode(format!("{user}:{}", password.expose_secret()))
}

/// Shows what kind of credential it is, and nothing of it.
impl fmt::Debug for Credential {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match &self.0 {
            CredentialKind::Secret(_) => "Credential(secret)",
            CredentialKind::Login(..) => "Credential(login)",
            CredentialKind::Tokens(_) => "Credential(tokens)",
            CredentialKind::External => "Credential(external)",
        })
    }
}

impl From<SecretString> for Credential {
    fn from(secret: SecretString) -> Self {
        Credential(CredentialKind::Secret(secret))
    }
}

impl From<String> for Credential {
    fn from(secret: String) -> Self {
        Credential(CredentialKind::Secret(secret.into()))
    }
}

impl From<&str> for Credential {
    fn from(secret: &str) -> Self {
        Credential(CredentialKind::Secret(secret.into()))
    }
}

impl From<ClientCredentials> for Credential {
    fn from(credentials: ClientCredentials) -> Self {
        Credential::provider(credentials)
    }
}

impl From<RefreshToken> for Credential {
    fn from(token: RefreshToken) -> Self {
        Credential::provider(token)
    }
}

impl From<PasswordCredentials> for Credential {
    fn from(credentials: PasswordCredentials) -> Self {
        Credential::provider(credentials)
    }
}
