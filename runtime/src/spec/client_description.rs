//! Description of a generated client: its servers and its credentials.

use crate::spec::security_scheme::SecurityScheme;

/// The description of a generated client.
#[derive(Debug)]
pub struct ClientDescription {
    /// The short name of the API.
    pub name: &'static str,
    /// The `User-Agent` header of the client.
    pub user_agent: &'static str,
    /// The documented base URL, if any, with the defaults of its variables: `https://{region=eu}.example.com`.
    pub base_url: Option<&'static str>,
    /// The server URLs of individual operations that contain variables.
    pub operation_servers: &'static [&'static str],
    /// The variables of the servers.
    pub variables: &'static [ServerVariableDescription],
    /// The credentials that the client accepts.
    pub credentials: &'static [CredentialDescription],
    /// The sets of credentials that operations require together, if they require several.
    pub needs: &'static [&'static [SecurityScheme]],
}

/// A variable of server URLs.
#[derive(Debug)]
pub struct ServerVariableDescription {
    /// The name of the variable in the document.
    pub name: &'static str,
    /// The documented values. Empty if the document does not list any.
    pub values: &'static [&'static str],
}

impl ServerVariableDescription {
    /// Describes a variable. `values` is empty if any value is allowed.
    pub const fn new(name: &'static str, values: &'static [&'static str]) -> Self {
        ServerVariableDescription { name, values }
    }
}

/// A credential that a generated client accepts.
#[derive(Debug)]
pub struct CredentialDescription {
    /// The security scheme.
    pub scheme: SecurityScheme,
    /// The name of the builder's setter.
    pub setter: &'static str,
    /// The environment variables. Basic authentication has one for the user and one for the password. Empty if another
    /// component computes the credential.
    pub variables: &'static [&'static str],
}

impl CredentialDescription {
    /// Describes a credential with its builder `setter` and its environment `variables`.
    pub const fn new(scheme: SecurityScheme, setter: &'static str, variables: &'static [&'static str]) -> Self {
        CredentialDescription { scheme, setter, variables }
    }
}

impl ClientDescription {
    /// Describes a client of an API without servers or credentials.
    pub const fn new(name: &'static str, user_agent: &'static str) -> Self {
        ClientDescription {
            name,
            user_agent,
            base_url: None,
            operation_servers: &[],
            variables: &[],
            credentials: &[],
            needs: &[],
        }
    }

    /// Sets the base URL of the API, with the defaults of its variables.
    #[must_use]
    pub const fn base_url(mut self, url: &'static str) -> Self {
        self.base_url = Some(url);
        self
    }

    /// Sets the server URLs of individual operations that contain variables.
    #[must_use]
    pub const fn operation_servers(mut self, urls: &'static [&'static str]) -> Self {
        self.operation_servers = urls;
        self
    }

    /// Sets the variables of server URLs.
    #[must_use]
    pub const fn variables(mut self, variables: &'static [ServerVariableDescription]) -> Self {
        self.variables = variables;
        self
    }

    /// Sets the credentials that the client accepts.
    #[must_use]
    pub const fn credentials(mut self, credentials: &'static [CredentialDescription]) -> Self {
        self.credentials = credentials;
        self
    }

    /// Sets the sets of credentials that operations require together.
    #[must_use]
    pub const fn needs(mut self, needs: &'static [&'static [SecurityScheme]]) -> Self {
        self.needs = needs;
        self
    }

    /// Returns the environment variable of the base URL.
    pub(crate) fn base_url_variable(&self) -> String {
        format!(
            "{}_BASE_URL",
            self.name.to_ascii_uppercase().replace(|character: char| !character.is_ascii_alphanumeric(), "_")
        )
    }

    /// Returns the environment variables of the credentials: those that are required together, and the alternatives.
    pub(crate) fn environment_variables(&self) -> String {
        let variables = |credential: &CredentialDescription| credential.variables.join(" with ");
        let find = |scheme: &SecurityScheme| {
            self.credentials.iter().find(|credential| credential.scheme == *scheme && !credential.variables.is_empty())
        };
        let mut alternatives: Vec<String> = Vec::new();
        for set in self.needs.iter().filter(|set| set.iter().any(|scheme| find(scheme).is_some())) {
            alternatives.push(set.iter().filter_map(find).map(variables).collect::<Vec<_>>().join(" and "));
        }
        let is_needed = |scheme: &SecurityScheme| self.needs.iter().any(|set| set.contains(scheme));
        let is_read = |credential: &&CredentialDescription| !credential.variables.is_empty();
        let others = self.credentials.iter().filter(is_read).filter(|credential| !is_needed(&credential.scheme));
        alternatives.extend(others.map(variables));
        alternatives.join(" or ")
    }

    /// Returns the name of a scheme and the ways to set its credential.
    pub(crate) fn how_to_give(&self, scheme: &str) -> String {
        match self.credentials.iter().find(|credential| credential.scheme.name() == scheme) {
            Some(credential) if credential.scheme.is_external() => format!(
                "`{scheme}` (call `.{}(Credential::external())` on the builder, and sign requests in a middleware)",
                credential.setter
            ),
            Some(credential) => format!(
                "`{scheme}` (call `.{}(…)` on the builder, or set {} and use `from_env`)",
                credential.setter,
                credential.variables.join(" and ")
            ),
            None => format!("`{scheme}` (which this client does not support)"),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::auth::credential::Credential;

    /// The description of an API without servers or credentials.
    pub(crate) const NOTHING: ClientDescription = ClientDescription::new("bees", "bees");

    /// Returns the kind of credential that these variables configure for a token scheme.
    fn read(given: &[(&str, &str)], scheme: SecurityScheme) -> Option<String> {
        let description = CredentialDescription { scheme, setter: "token", variables: &["BEES"] };
        let read = |name: &str| given.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned());
        let credential = description.read_environment(read)?;
        Some(format!("{credential:?} {}", credential.0.secrets().join(" ")))
    }

    #[test]
    fn variables_required_together_are_joined_by_and() {
        const fn credential(scheme: SecurityScheme, variables: &'static [&'static str]) -> CredentialDescription {
            CredentialDescription { scheme, setter: "set", variables }
        }
        const KEY: SecurityScheme = SecurityScheme::header("key", "X-Key");
        const APP: SecurityScheme = SecurityScheme::header("app", "X-App");
        const LOGIN: SecurityScheme = SecurityScheme::basic("login");
        const CREDENTIALS: &[CredentialDescription] =
            &[credential(KEY, &["KEY"]), credential(APP, &["APP"]), credential(LOGIN, &["USER", "PASSWORD"])];
        let variables = |needs: &'static [&'static [SecurityScheme]]| {
            ClientDescription { credentials: CREDENTIALS, needs, ..NOTHING }.environment_variables()
        };
        assert_eq!(variables(&[]), "KEY or APP or USER with PASSWORD");
        assert_eq!(variables(&[&[KEY, APP]]), "KEY and APP or USER with PASSWORD");
        assert_eq!(variables(&[&[LOGIN], &[APP, KEY]]), "USER with PASSWORD or APP and KEY");
    }

    #[test]
    fn login_requires_both_variables() {
        let scheme = SecurityScheme::basic("login");
        let description = CredentialDescription { scheme, setter: "login", variables: &["USER", "PASSWORD"] };
        let read = |given: &[&str]| {
            let credential = description.read_environment(|name| given.contains(&name).then(|| name.to_lowercase()))?;
            Some(credential.0.secrets())
        };
        assert_eq!(read(&["USER", "PASSWORD"]), Some(Credential::login("user", "password").0.secrets()));
        assert_eq!(read(&["USER"]), None);
        assert_eq!(read(&["PASSWORD"]), None);
    }

    #[test]
    fn environment_can_provide_client_credentials() {
        let (plain, tokens) = (SecurityScheme::bearer("a"), SecurityScheme::bearer("b").with_token_url("/token"));
        let client = [("BEES_CLIENT_ID", "maja"), ("BEES_CLIENT_SECRET", "honey")];
        assert_eq!(read(&client, plain), None);
        assert_eq!(read(&client, tokens).unwrap(), "Credential(tokens) honey bWFqYTpob25leQ==");
        let discovered = SecurityScheme::bearer("c").with_discovery_url("https://id.test/metadata");
        assert_eq!(read(&client, discovered), read(&client, tokens));
        assert_eq!(read(&client[..1], tokens), None);
        let refresh = [client[0], ("BEES_REFRESH_TOKEN", "pollen")];
        assert_eq!(read(&refresh, tokens).unwrap(), "Credential(tokens) pollen");
        assert_eq!(read(&[client[0], client[1], ("BEES", "key")], tokens).unwrap(), "Credential(secret) key");
    }
}
