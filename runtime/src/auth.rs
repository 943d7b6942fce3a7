//! Credentials: which are needed, which there are, and how they are sent.

use ::base64::Engine as _;
use http::{HeaderMap, HeaderName, HeaderValue, header::AUTHORIZATION};
use secrecy::{ExposeSecret, SecretString};

use crate::{client::ClientDescription, query};

/// A way to authenticate that a document describes.
///
/// Generated code holds one constant for each; the name is the document's and is used in error messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    name: &'static str,
    place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
    Bearer,
    Basic,
}

impl SecurityScheme {
    /// A key in a header.
    pub const fn header(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme { name: scheme, place: Place::Header(name) }
    }

    /// A key in the query.
    pub const fn query(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme { name: scheme, place: Place::Query(name) }
    }

    /// A key in a cookie.
    pub const fn cookie(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme { name: scheme, place: Place::Cookie(name) }
    }

    /// A token in `Authorization: Bearer`.
    pub const fn bearer(scheme: &'static str) -> Self {
        SecurityScheme { name: scheme, place: Place::Bearer }
    }

    /// A user and a password in `Authorization: Basic`.
    pub const fn basic(scheme: &'static str) -> Self {
        SecurityScheme { name: scheme, place: Place::Basic }
    }

    /// The scheme's name in the document.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// The credentials that a client was given.
#[derive(Clone, Default)]
pub(crate) struct Credentials {
    given: Vec<(&'static str, Credential)>,
}

#[derive(Clone)]
struct Credential {
    /// The user of basic authentication; empty otherwise.
    user: String,
    secret: SecretString,
}

/// What of a request the credentials change.
pub(crate) struct Authorized<'a> {
    pub(crate) headers: &'a mut HeaderMap,
    pub(crate) query: &'a mut String,
    pub(crate) cookies: &'a mut Vec<String>,
}

impl Credentials {
    pub(crate) fn set(&mut self, scheme: &SecurityScheme, user: String, secret: SecretString) {
        self.given.retain(|(name, _)| *name != scheme.name);
        self.given.push((scheme.name, Credential { user, secret }));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// The names of the schemes for which there is a credential.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.given.iter().map(|(name, _)| *name).collect()
    }

    /// The secrets themselves, to keep them out of what is shown.
    pub(crate) fn secrets(&self) -> Vec<&str> {
        self.given.iter().map(|(_, credential)| credential.secret.expose_secret()).collect()
    }

    fn find(&self, scheme: &SecurityScheme) -> Option<&Credential> {
        self.given.iter().find(|(name, _)| *name == scheme.name).map(|(_, credential)| credential)
    }

    /// Adds the credentials of the first alternative for which all are there; the empty one comes last.
    ///
    /// # Errors
    /// A sentence that says what is missing and how to give it, or that a value cannot be sent.
    pub(crate) fn apply(
        &self,
        security: &[&[SecurityScheme]],
        description: &ClientDescription,
        target: &mut Authorized<'_>,
    ) -> Result<(), Refusal> {
        let complete = |alternative: &&&[SecurityScheme]| alternative.iter().all(|scheme| self.find(scheme).is_some());
        let chosen = security.iter().filter(|alternative| !alternative.is_empty()).find(complete);
        let Some(chosen) = chosen else {
            let anonymous = security.is_empty() || security.iter().any(|alternative| alternative.is_empty());
            return if anonymous { Ok(()) } else { Err(Refusal::Missing(self.explain(security, description))) };
        };
        for scheme in *chosen {
            if let Some(credential) = self.find(scheme) {
                scheme.place.send(scheme.name, credential, target).map_err(Refusal::Illegal)?;
            }
        }
        Ok(())
    }

    /// Says which schemes lack a credential and how to give it.
    fn explain(&self, security: &[&[SecurityScheme]], description: &ClientDescription) -> String {
        let alternatives: Vec<String> = security
            .iter()
            .map(|alternative| {
                let missing = alternative.iter().filter(|scheme| self.find(scheme).is_none());
                missing.map(|scheme| description.how_to_give(scheme.name)).collect::<Vec<_>>().join(" and ")
            })
            .collect();
        format!("no credential for {}", alternatives.join(", or "))
    }
}

/// Why a request was not authorized.
pub(crate) enum Refusal {
    Missing(String),
    Illegal(String),
}

impl Place {
    fn send(self, scheme: &str, credential: &Credential, target: &mut Authorized<'_>) -> Result<(), String> {
        let secret = credential.secret.expose_secret();
        match self {
            Place::Query(name) => query::push_pair(target.query, name, secret),
            Place::Cookie(name) => {
                let legal = |byte: u8| matches!(byte, 0x21 | 0x23..=0x2b | 0x2d..=0x3a | 0x3c..=0x5b | 0x5d..=0x7e);
                if !secret.bytes().all(legal) {
                    return Err(format!("the credential for `{scheme}` has characters that a cookie cannot hold"));
                }
                target.cookies.push(format!("{name}={secret}"));
            }
            Place::Header(name) => {
                let name = HeaderName::try_from(name)
                    .map_err(|_| format!("`{name}`, the header of `{scheme}`, is no header name"))?;
                target.headers.insert(name, secret_header(scheme, secret)?);
            }
            Place::Bearer => {
                target.headers.insert(AUTHORIZATION, secret_header(scheme, &format!("Bearer {secret}"))?);
            }
            Place::Basic => {
                if credential.user.contains(':') {
                    return Err(format!("the user for `{scheme}` must not have a colon in it"));
                }
                let login = ::base64::engine::general_purpose::STANDARD.encode(format!("{}:{secret}", credential.user));
                target.headers.insert(AUTHORIZATION, secret_header(scheme, &format!("Basic {login}"))?);
            }
        }
        Ok(())
    }
}

fn secret_header(scheme: &str, text: &str) -> Result<HeaderValue, String> {
    let mut value = HeaderValue::from_str(text).map_err(|_| {
        format!(
            "the credential for `{scheme}` has characters that a header cannot hold (a line break at its end, perhaps)"
        )
    })?;
    value.set_sensitive(true);
    Ok(value)
}
