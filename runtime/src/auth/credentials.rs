//! Authorization of requests: selection, application and renewal of credentials.
//!
//! ```text
//! security    [[api_key], [user, tenant], []]
//! configured  tenant, user
//! selected    [user, tenant]: the first complete alternative; the empty one is considered last
//! ```

use std::sync::Arc;

use http::HeaderMap;
use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    auth::{
        authorized::Authorized,
        credential::{Credential, CredentialKind},
        token::{TokenCache, TokenContext, TokenError},
    },
    error::redactor::{Redactor, Secrets},
    spec::{client_description::ClientDescription, security_scheme::SecurityScheme},
    transport::{sender::Sender, timeout::Timeouts},
};

/// The configured credentials of a client.
#[derive(Clone, Default)]
pub(crate) struct Credentials {
    given: Vec<(&'static str, CredentialKind)>,
    /// Secrets that the client sends by other means, such as in headers of every request.
    others: Vec<SecretString>,
}

/// The parts of a client that authorization requires.
#[derive(Clone, Copy)]
pub(crate) struct AuthContext<'a> {
    pub(crate) sender: &'a Sender,
    pub(crate) description: &'static ClientDescription,
    pub(crate) base_url: &'a str,
    /// The query parameters of every request.
    pub(crate) default_query: &'a [(String, String)],
    pub(crate) timeouts: Timeouts,
}

/// A token that was sent, and that the server may reject.
#[derive(Clone)]
pub(crate) struct Sent {
    scheme: SecurityScheme,
    tokens: Arc<TokenCache>,
    number: u64,
}

/// A token that a call requires.
pub(crate) struct WantedToken<'a> {
    scheme: &'a SecurityScheme,
    tokens: &'a Arc<TokenCache>,
}

/// The reason that a request was not authorized.
pub(crate) enum AuthError {
    Missing(String),
    Illegal(String),
    Token(String, TokenError),
}

impl Credentials {
    pub(crate) fn set(&mut self, scheme: &SecurityScheme, credential: Credential) {
        self.given.retain(|(name, _)| *name != scheme.name());
        self.given.push((scheme.name(), credential.0));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Returns the schemes with a credential.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.given.iter().map(|(name, _)| *name).collect()
    }

    /// Sets the secrets that the client sends by other means, so that they are redacted too.
    pub(crate) fn set_others(&mut self, secrets: Vec<SecretString>) {
        self.others = secrets;
    }

    fn find(&self, scheme: &SecurityScheme) -> Option<&CredentialKind> {
        self.given.iter().find(|(name, _)| *name == scheme.name()).map(|(_, credential)| credential)
    }

    /// Returns `true` if there is a credential for this scheme, or for another scheme of the set with the same
    /// location. Only one of them can be sent, so a document that lists both means either.
    fn serves(&self, set: &[SecurityScheme], scheme: &SecurityScheme) -> bool {
        set.iter().any(|other| (other == scheme || other.shares_location_with(scheme)) && self.find(other).is_some())
    }

    /// Applies the credentials of the first complete alternative; the empty alternative is considered last. Headers and
    /// query parameters that the caller set for all calls count as credentials. Those of this call, including the `own`
    /// headers, take precedence. Returns the tokens that are still to be sent: nearly all calls have none, so only
    /// [`send_tokens`](Self::send_tokens) waits.
    ///
    /// # Errors
    /// Returns a message that names the missing credentials and how to set them, or that a value cannot be sent.
    pub(crate) fn apply<'a>(
        &'a self,
        security: &'a [&'a [SecurityScheme]],
        context: &AuthContext<'_>,
        own: &HeaderMap,
        target: &mut Authorized<'_>,
    ) -> Result<Vec<WantedToken<'a>>, AuthError> {
        let for_all = context.default_query;
        let by_hand = |scheme: &SecurityScheme| {
            let is_default = |name: &str| for_all.iter().any(|(other, _)| other == name);
            target.has(scheme, own) || target.has(scheme, target.headers) || scheme.query_name().is_some_and(is_default)
        };
        let complete = |set: &&&[SecurityScheme]| set.iter().all(|scheme| self.serves(set, scheme) || by_hand(scheme));
        let chosen = security.iter().filter(|alternative| !alternative.is_empty()).find(complete);
        let Some(chosen) = chosen else {
            let anonymous = security.is_empty() || security.iter().any(|alternative| alternative.is_empty());
            return match anonymous {
                true => Ok(Vec::new()),
                false => Err(AuthError::Missing(self.explain(security, context.description))),
            };
        };
        let (mut wanted, mut used) = (Vec::new(), Vec::new());
        for scheme in chosen.iter() {
            let Some(credential) = self.find(scheme).filter(|_| !target.has(scheme, own)) else { continue };
            if used.iter().any(|other: &&SecurityScheme| other.shares_location_with(scheme)) {
                continue;
            }
            // A single scheme requires no allocation.
            if chosen.len() > 1 {
                used.push(scheme);
            }
            let done = match credential {
                CredentialKind::Secret(secret) => scheme.send("", secret, target),
                CredentialKind::Login(user, password) => scheme.send(user, password, target),
                CredentialKind::External => Ok(()),
                CredentialKind::Tokens(tokens) => {
                    wanted.push(WantedToken { scheme, tokens });
                    Ok(())
                }
            };
            done.map_err(AuthError::Illegal)?;
        }
        Ok(wanted)
    }

    /// Obtains tokens and applies them. Returns the tokens that were sent.
    ///
    /// # Errors
    /// Returns an error if a token cannot be obtained or cannot be sent.
    pub(crate) async fn send_tokens(
        &self,
        wanted: Vec<WantedToken<'_>>,
        context: AuthContext<'_>,
        target: &mut Authorized<'_>,
    ) -> Result<Vec<Sent>, AuthError> {
        let mut sent = Vec::new();
        for WantedToken { scheme, tokens } in wanted {
            let (token, number) = self.token(tokens, scheme, context, "cannot obtain a token").await?;
            sent.push(Sent { scheme: *scheme, tokens: Arc::clone(tokens), number });
            scheme.send("", &token, target).map_err(AuthError::Illegal)?;
        }
        Ok(sent)
    }

    /// Replaces rejected tokens. Returns `true` if the request has changed, so that it should be sent again: tokens in
    /// queries and cookies are only replaced for the next call.
    ///
    /// # Errors
    /// Returns an error if no new token can be obtained.
    pub(crate) async fn renew(
        &self,
        sent: &mut [Sent],
        context: AuthContext<'_>,
        headers: &mut HeaderMap,
    ) -> Result<bool, AuthError> {
        let mut is_changed = false;
        for Sent { scheme, tokens, number } in sent {
            tokens.refuse(*number);
            if scheme.header_name().is_none() {
                continue;
            }
            let (renewed, next) = self.token(tokens, scheme, context, "cannot renew the token").await?;
            let mut target = Authorized { headers, query: &mut String::new(), cookies: &mut Vec::new() };
            scheme.send("", &renewed, &mut target).map_err(AuthError::Illegal)?;
            *number = next;
            is_changed = true;
        }
        Ok(is_changed)
    }

    async fn token(
        &self,
        tokens: &TokenCache,
        scheme: &SecurityScheme,
        context: AuthContext<'_>,
        what: &str,
    ) -> Result<(SecretString, u64), AuthError> {
        let token_context = TokenContext {
            sender: context.sender,
            secrets: self,
            base_url: context.base_url,
            token_url: scheme.token_url(),
            refresh_url: scheme.refresh_url(),
            discovery_url: scheme.discovery_url(),
            timeouts: context.timeouts,
            is_urgent: true,
        };
        let given = tokens.get(token_context, context.sender.clock.as_ref()).await;
        given.map_err(|error| AuthError::Token(format!("{what} for `{}`: {error}", scheme.name()), error))
    }

    /// Returns a message that names the schemes without a credential and how to set it.
    fn explain(&self, security: &[&[SecurityScheme]], description: &ClientDescription) -> String {
        let alternatives: Vec<String> = security
            .iter()
            .map(|alternative| {
                let missing = alternative.iter().filter(|scheme| !self.serves(alternative, scheme));
                missing.map(|scheme| description.how_to_give(scheme.name())).collect::<Vec<_>>().join(" and ")
            })
            .collect();
        format!("missing credential for {}", alternatives.join(" or "))
    }
}

impl Secrets for Credentials {
    fn redactor(&self) -> Redactor {
        let given = self.given.iter().flat_map(|(_, credential)| credential.secrets());
        let others = self.others.iter().map(|secret| secret.expose_secret().to_owned());
        Redactor::default().with(given.chain(others))
    }
}
