//! Security schemes: what a document says of a credential, and where it is sent.

/// A way to authenticate that a document describes.
///
/// Generated code holds one constant for each; the name is the document's and is used in error messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    name: &'static str,
    pub(crate) location: Location,
    token_url: Option<&'static str>,
    refresh_url: Option<&'static str>,
    discovery_url: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
    /// `Authorization`, with the word that stands before the credential.
    Authorization(&'static str),
    Basic,
    /// `Authorization`, with a value that something else computes.
    External(&'static str),
}

impl SecurityScheme {
    const fn new(name: &'static str, location: Location) -> Self {
        SecurityScheme { name, location, token_url: None, refresh_url: None, discovery_url: None }
    }

    /// A key in a header.
    pub const fn header(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Header(name))
    }

    /// A key in the query.
    pub const fn query(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Query(name))
    }

    /// A key in a cookie.
    pub const fn cookie(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Cookie(name))
    }

    /// A token in `Authorization: Bearer`.
    pub const fn bearer(scheme: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Authorization("Bearer"))
    }

    /// A user and a password in `Authorization: Basic`.
    pub const fn basic(scheme: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Basic)
    }

    /// A credential in `Authorization`, behind the name of another scheme of HTTP.
    pub const fn authorization(scheme: &'static str, word: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Authorization(word))
    }

    /// A scheme of HTTP whose credential is computed for each request by something else, such as a middleware.
    pub const fn external(scheme: &'static str, word: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::External(word))
    }

    /// Returns `true` if something else has to compute the credential.
    pub(crate) const fn is_external(&self) -> bool {
        matches!(self.location, Location::External(_))
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
        match self.location {
            Location::Query(name) => Some(name),
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
        match self.location {
            Location::Header(name) => Some(name),
            Location::Authorization(_) | Location::Basic | Location::External(_) => Some("Authorization"),
            Location::Query(_) | Location::Cookie(_) => None,
        }
    }

    /// Whether it is sent where another is: in the same header, or as the same query parameter or cookie.
    pub(crate) fn shares_location_with(&self, other: &SecurityScheme) -> bool {
        match (self.location, other.location) {
            (Location::Query(one), Location::Query(other)) | (Location::Cookie(one), Location::Cookie(other)) => {
                one == other
            }
            _ => {
                let names = self.header_name().zip(other.header_name());
                names.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
            }
        }
    }
}
