//! Insertion of credentials into a request.

use http::{HeaderMap, HeaderName, HeaderValue, header::AUTHORIZATION};
use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    auth::credential::login,
    encode::query,
    spec::security_scheme::{Location, SecurityScheme},
};

/// The parts of a request that credentials change.
pub(crate) struct Authorized<'a> {
    pub(crate) headers: &'a mut HeaderMap,
    pub(crate) query: &'a mut String,
    pub(crate) cookies: &'a mut Vec<String>,
}

impl Authorized<'_> {
    /// Returns `true` if the location to which a scheme sends its credential is already used: among these headers, in
    /// the query or in a cookie.
    pub(crate) fn has(&self, scheme: &SecurityScheme, headers: &HeaderMap) -> bool {
        match scheme.location {
            Location::Header(name) => headers.contains_key(name),
            Location::Authorization(_) | Location::Basic | Location::External(_) => headers.contains_key(AUTHORIZATION),
            Location::Query(name) => query::has(self.query, name),
            Location::Cookie(name) => {
                self.cookies.iter().any(|cookie| cookie.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')))
            }
        }
    }
}

impl SecurityScheme {
    /// Inserts a secret, and for basic authentication a user.
    ///
    /// # Errors
    /// Returns a message without the secret if it cannot be sent in this location.
    pub(crate) fn send(&self, user: &str, secret: &SecretString, target: &mut Authorized<'_>) -> Result<(), String> {
        let (scheme, text) = (self.name(), secret.expose_secret());
        match self.location {
            Location::Query(name) => query::push_pair(target.query, name, text),
            Location::Cookie(name) => {
                let legal = |byte: u8| matches!(byte, 0x21 | 0x23..=0x2b | 0x2d..=0x3a | 0x3c..=0x5b | 0x5d..=0x7e);
                if !text.bytes().all(legal) {
                    return Err(format!(
                        "the credential for `{scheme}` contains characters that are not allowed in a cookie"
                    ));
                }
                target.cookies.push(format!("{name}={text}"));
            }
            Location::External(word) => {
                return Err(format!(
                    "the credential for `{scheme}` ({word}) must be computed for each request and cannot be sent as is: pass \
                     `Credential::external()` and sign requests in a middleware"
                ));
            }
            Location::Header(name) => {
                let name = HeaderName::try_from(name)
                    .map_err(|_| format!("`{name}`, the header of `{scheme}`, is not a valid header name"))?;
                target.headers.insert(name, secret_header(scheme, text.to_owned())?);
            }
            Location::Authorization(word) => {
                target.headers.insert(AUTHORIZATION, secret_header(scheme, [word, " ", text].concat())?);
            }
            Location::Basic => {
                if user.contains(':') {
                    return Err(format!("the user for `{scheme}` must not contain a colon"));
                }
                target.headers.insert(AUTHORIZATION, secret_header(scheme, ["Basic ", &login(user, secret)].concat())?);
            }
        }
        Ok(())
    }
}

fn secret_header(scheme: &str, text: String) -> Result<HeaderValue, String> {
    let mut value = HeaderValue::try_from(text).map_err(|_| {
        format!(
            "the credential for `{scheme}` contains characters that are not allowed in a header; check for a trailing \
             line break"
        )
    })?;
    value.set_sensitive(true);
    Ok(value)
}
