//! Credentials from the environment.

use crate::{
    auth::{
        credential::Credential,
        oauth::{ClientCredentials, RefreshToken},
    },
    spec::client_description::CredentialDescription,
};

impl CredentialDescription {
    /// Reads the credential from environment variables: a secret, or a user and a password. If the token endpoint is
    /// documented or discovered, the variables with the suffixes `_CLIENT_ID`, `_CLIENT_SECRET`, `_REFRESH_TOKEN` and
    /// `_SCOPE` configure an OAuth client.
    pub(crate) fn read_environment(&self, read: impl Fn(&str) -> Option<String>) -> Option<Credential> {
        match self.variables {
            [secret] => read(secret).map(Credential::from).or_else(|| {
                self.scheme.token_url().or(self.scheme.discovery_url())?;
                let part = |name: &str| read(&format!("{secret}_{name}"));
                let (id, client_secret, scope) = (part("CLIENT_ID")?, part("CLIENT_SECRET"), part("SCOPE"));
                if let Some(token) = part("REFRESH_TOKEN") {
                    let token =
                        client_secret.into_iter().fold(RefreshToken::new(id, token), RefreshToken::client_secret);
                    return Some(scope.into_iter().fold(token, RefreshToken::scope).into());
                }
                let credentials = ClientCredentials::new(id, client_secret?);
                Some(scope.into_iter().fold(credentials, ClientCredentials::scope).into())
            }),
            [user, password] => Some(Credential::login(read(user)?, read(password)?)),
            _ => None,
        }
    }
}
