//! Security schemes: what a document says of a credential, and where it is sent.

use http::{HeaderMap, HeaderName, HeaderValue, header::AUTHORIZATION};
use secrecy::{ExposeSecret as _, SecretString};

use crate::{auth::credential::login, encode::query};

/// A way to authenticate that a document describes.
///
/// Generated code holds one constant for each; the name is the document's and is used in error messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    name: &'static str,
    place: Place,
    token_url: Option<&'static str>,
    refresh_url: Option<&'static str>,
    discovery_url: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
    /// `Authorization`, with the word that stands before the credential.
    Authorization(&'static str),
    Basic,
    /// `Authorization`, with a value that something else computes.
    External(&'static str),
}

/// What of a request credentials change.
pub(crate) struct Authorized<'a> {
    pub(crate) headers: &'a mut HeaderMap,
    pub(crate) query: &'a mut String,
    pub(crate) cookies: &'a mut Vec<String>,
}

impl Authorized<'_> {
    /// Whether something stands already where a scheme sends its credential: among these headers, in the query or in a
    /// cookie.
    pub(crate) fn has(&self, scheme: &SecurityScheme, headers: &HeaderMap) -> bool {
        match scheme.place {
            Place::Header(name) => headers.contains_key(name),
            Place::Authorization(_) | Place::Basic | Place::External(_) => headers.contains_key(AUTHORIZATION),
            Place::Query(name) => query::has(self.query, name),
            Place::Cookie(name) => {
                self.cookies.iter().any(|cookie| cookie.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')))
            }
        }
    }
}

impl SecurityScheme {
    const fn new(name: &'static str, place: Place) -> Self {
        SecurityScheme { name, place, token_url: None, refresh_url: None, discovery_url: None }
    }

    /// A key in a header.
    pub const fn header(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Place::Header(name))
    }

    /// A key in the query.
    pub const fn query(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Place::Query(name))
    }

    /// A key in a cookie.
    pub const fn cookie(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Place::Cookie(name))
    }

    /// A token in `Authorization: Bearer`.
    pub const fn bearer(scheme: &'static str) -> Self {
        SecurityScheme::new(scheme, Place::Authorization("Bearer"))
    }

    /// A user and a password in `Authorization: Basic`.
    pub const fn basic(scheme: &'static str) -> Self {
        SecurityScheme::new(scheme, Place::Basic)
    }

    /// A credential in `Authorization`, behind the name of another scheme of HTTP.
    pub const fn authorization(scheme: &'static str, word: &'static str) -> Self {
        SecurityScheme::new(scheme, Place::Authorization(word))
    }

    /// A scheme of HTTP whose credential is computed for each request by something else, such as a middleware.
    pub const fn external(scheme: &'static str, word: &'static str) -> Self {
        SecurityScheme::new(scheme, Place::External(word))
    }

    /// Returns `true` if something else has to compute the credential.
    pub(crate) const fn is_external(&self) -> bool {
        matches!(self.place, Place::External(_))
    }

    /// The same scheme, for which tokens are given out at this URL.
    #[must_use]
    pub const fn with_token_url(mut self, url: &'static str) -> Self {
        self.token_url = Some(url);
        self
    }

    /// The same scheme, for which new tokens are given out at this URL in the place of the first.
    #[must_use]
    pub const fn with_refresh_url(mut self, url: &'static str) -> Self {
        self.refresh_url = Some(url);
        self
    }

    /// The same scheme, for which the document at this URL says where tokens are given out (OpenID Connect Discovery 1.0
    /// section 4).
    #[must_use]
    pub const fn with_discovery_url(mut self, url: &'static str) -> Self {
        self.discovery_url = Some(url);
        self
    }

    /// The name of the query parameter that holds the key, if it travels in the query.
    pub(crate) const fn query_name(&self) -> Option<&'static str> {
        match self.place {
            Place::Query(name) => Some(name),
            _ => None,
        }
    }

    /// The scheme's name in the document.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Where the document says that tokens are given out.
    pub const fn token_url(&self) -> Option<&'static str> {
        self.token_url
    }

    /// Where the document says that new tokens are given out for refresh tokens.
    pub const fn refresh_url(&self) -> Option<&'static str> {
        match self.refresh_url {
            Some(url) => Some(url),
            None => self.token_url,
        }
    }

    /// Where another document says where tokens are given out.
    pub const fn discovery_url(&self) -> Option<&'static str> {
        self.discovery_url
    }

    /// The header that it is sent in, as the document spells it.
    pub(crate) const fn header_name(&self) -> Option<&'static str> {
        match self.place {
            Place::Header(name) => Some(name),
            Place::Authorization(_) | Place::Basic | Place::External(_) => Some("Authorization"),
            Place::Query(_) | Place::Cookie(_) => None,
        }
    }

    /// Whether it is sent where another is: in the same header, or as the same query parameter or cookie.
    pub(crate) fn shares_place_with(&self, other: &SecurityScheme) -> bool {
        match (self.place, other.place) {
            (Place::Query(one), Place::Query(other)) | (Place::Cookie(one), Place::Cookie(other)) => one == other,
            _ => {
                let names = self.header_name().zip(other.header_name());
                names.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
            }
        }
    }

    /// Puts a secret, and for basic authentication a user, in its place.
    ///
    /// # Errors
    /// A sentence without the secret, when it cannot be sent there.
    pub(crate) fn send(&self, user: &str, secret: &SecretString, target: &mut Authorized<'_>) -> Result<(), String> {
        let (scheme, text) = (self.name, secret.expose_secret());
        match self.place {
            Place::Query(name) => query::push_pair(target.query, name, text),
            Place::Cookie(name) => {
                let legal = |byte: u8| matches!(byte, 0x21 | 0x23..=0x2b | 0x2d..=0x3a | 0x3c..=0x5b | 0x5d..=0x7e);
                if !text.bytes().all(legal) {
                    return Err(format!("the credential for `{scheme}` has characters that a cookie cannot hold"));
                }
                target.cookies.push(format!("{name}={text}"));
            }
            Place::External(word) => {
                return Err(format!(
                    "the credential of `{scheme}` ({word}) is computed for each request and cannot be sent as it is: give \
                     `Credential::elsewhere()` and sign requests in a middleware"
                ));
            }
            Place::Header(name) => {
                let name = HeaderName::try_from(name)
                    .map_err(|_| format!("`{name}`, the header of `{scheme}`, is no header name"))?;
                target.headers.insert(name, secret_header(scheme, text.to_owned())?);
            }
            Place::Authorization(word) => {
                target.headers.insert(AUTHORIZATION, secret_header(scheme, [word, " ", text].concat())?);
            }
            Place::Basic => {
                if user.contains(':') {
                    return Err(format!("the user for `{scheme}` must not have a colon in it"));
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
            "the credential for `{scheme}` has characters that a header cannot hold (a line break at its end, perhaps)"
        )
    })?;
    value.set_sensitive(true);
    Ok(value)
}
