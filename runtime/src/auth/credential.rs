//! Credentials for security schemes.

use std::{fmt, sync::Arc};

use ::base64::Engine as _;
use secrecy::{ExposeSecret as _, SecretString};

use crate::auth::{
    oauth::{ClientCredentials, PasswordCredentials, RefreshToken},
    token::{TokenCache, TokenProvider},
};

/// A credential for a security scheme: a secret or a token provider.
///
/// Strings are secrets. [`ClientCredentials`], [`RefreshToken`] and [`PasswordCredentials`] obtain OAuth 2.0 tokens;
/// [`Credential::provider`] accepts any other token provider.
///
/// ```
/// # use apiarist_runtime::{ClientCredentials, Credential};
/// let key = Credential::from("hive-key");
/// let login = Credential::login("maja", "honey");
/// let oauth = Credential::from(ClientCredentials::new("my-client", "its secret"));
/// // Client::builder().api_key(key).login(login).oauth(oauth).build()?;
/// assert_eq!(format!("{key:?}"), "Credential(secret)");
/// # let _ = (login, oauth);
/// ```
pub struct Credential(pub(crate) CredentialKind);

#[derive(Clone)]
pub(crate) enum CredentialKind {
    Secret(SecretString),
    /// User and password for basic authentication.
    Login(String, SecretString),
    Tokens(Arc<TokenCache>),
    /// The credential is sent by a component other than the client.
    External,
}

impl Credential {
    /// Creates a credential from a token provider.
    pub fn provider(provider: impl TokenProvider) -> Self {
        Credential(CredentialKind::Tokens(Arc::new(TokenCache::new(Box::new(provider)))))
    }

    /// Creates a credential from user and password.
    pub fn login(user: impl Into<String>, password: impl Into<SecretString>) -> Self {
        Credential(CredentialKind::Login(user.into(), password.into()))
    }

    /// Declares that a middleware or the transport adds the credential, such as a signature of the request. The client
    /// sends none.
    pub fn external() -> Self {
        Credential(CredentialKind::External)
    }
}

impl CredentialKind {
    /// Returns the secrets. They include the user, because many servers accept a key as the user of basic
    /// authentication.
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

/// Encodes user and password for `Authorization: Basic` (RFC 7617).
pub(crate) fn login(user: &str, password: &SecretString) -> String {
    ::base64::engine::general_purpose::STANDARD.encode(format!("{user}:{}", password.expose_secret()))
}

/// Shows the kind of the credential, never its content.
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
