//! Security schemes and the locations of their credentials.

/// A documented security scheme.
///
/// Generated code has a constant for each. The name is that of the document and is used in error messages.
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
    /// `Authorization`, with the name of the HTTP authentication scheme.
    Authorization(&'static str),
    Basic,
    /// `Authorization`, with a value that another component computes.
    External(&'static str),
}

impl SecurityScheme {
    const fn new(name: &'static str, location: Location) -> Self {
        SecurityScheme { name, location, token_url: None, refresh_url: None, discovery_url: None }
    }

    /// Describes a key in a header.
    pub const fn header(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Header(name))
    }

    /// Describes a key in the query.
    pub const fn query(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Query(name))
    }

    /// Describes a key in a cookie.
    pub const fn cookie(scheme: &'static str, name: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Cookie(name))
    }

    /// Describes a token in `Authorization: Bearer`.
    pub const fn bearer(scheme: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Authorization("Bearer"))
    }

    /// Describes a user and a password in `Authorization: Basic`.
    pub const fn basic(scheme: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Basic)
    }

    /// Describes a credential in `Authorization` with another HTTP authentication scheme.
    pub const fn authorization(scheme: &'static str, word: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::Authorization(word))
    }

    /// Describes an HTTP authentication scheme whose credential is computed for each request by another component, such
    /// as a middleware.
    pub const fn external(scheme: &'static str, word: &'static str) -> Self {
        SecurityScheme::new(scheme, Location::External(word))
    }

    /// Returns `true` if another component has to compute the credential.
    pub(crate) const fn is_external(&self) -> bool {
        matches!(self.location, Location::External(_))
    }

    /// Sets the token URL.
    #[must_use]
    pub const fn with_token_url(mut self, url: &'static str) -> Self {
        self.token_url = Some(url);
        self
    }

    /// Sets the URL for refresh tokens, if it differs from the token URL.
    #[must_use]
    pub const fn with_refresh_url(mut self, url: &'static str) -> Self {
        self.refresh_url = Some(url);
        self
    }

    /// Sets the URL of the discovery document that names the token endpoint (OpenID Connect Discovery 1.0 section 4).
    #[must_use]
    pub const fn with_discovery_url(mut self, url: &'static str) -> Self {
        self.discovery_url = Some(url);
        self
    }

    /// Returns the name of the query parameter, or `None` if the key is not sent in the query.
    pub(crate) const fn query_name(&self) -> Option<&'static str> {
        match self.location {
            Location::Query(name) => Some(name),
            _ => None,
        }
    }

    /// Returns the documented name of the scheme.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the documented token URL.
    pub const fn token_url(&self) -> Option<&'static str> {
        self.token_url
    }

    /// Returns the documented URL for refresh tokens.
    pub const fn refresh_url(&self) -> Option<&'static str> {
        match self.refresh_url {
            Some(url) => Some(url),
            None => self.token_url,
        }
    }

    /// Returns the URL of the discovery document that names the token endpoint.
    pub const fn discovery_url(&self) -> Option<&'static str> {
        self.discovery_url
    }

    /// Returns the documented name of the header that contains the credential.
    pub(crate) const fn header_name(&self) -> Option<&'static str> {
        match self.location {
            Location::Header(name) => Some(name),
            Location::Authorization(_) | Location::Basic | Location::External(_) => Some("Authorization"),
            Location::Query(_) | Location::Cookie(_) => None,
        }
    }

    /// Returns `true` if both credentials have the same location: the same header, query parameter or cookie.
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
