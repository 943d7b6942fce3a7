//! How calls are authorised.

use super::Documentation;
use crate::source::Pointer;

/// A security scheme of the document.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Where it stands.
    pub origin: Pointer,
    /// What it is.
    pub kind: SecuritySchemeKind,
    /// Where its tokens come from, if they are those of OAuth 2.0 or OpenID Connect.
    pub tokens: Option<TokenSource>,
    /// What the document says about it.
    pub documentation: Documentation,
}

/// The kinds of security schemes that a client can serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    /// A key in the header of this name.
    Header(String),
    /// A key in the query parameter of this name.
    Query(String),
    /// A key in the cookie of this name.
    Cookie(String),
    /// `Authorization: Bearer` with a token; OAuth 2 and OpenID Connect tokens travel the same way.
    Bearer,
    /// `Authorization: Basic` with user and password (RFC 7617).
    Basic,
    /// `Authorization` with this word before the credential: another scheme of HTTP.
    Authorization(String),
    /// A scheme of HTTP, by its word, whose credential something else computes for each request.
    External(String),
}

/// Where tokens of OAuth 2.0 and OpenID Connect come from, and what for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenSource {
    /// The ways to come by a token that the document names, each once; none for OpenID Connect.
    pub flows: Vec<Flow>,
    /// Where tokens are given out; perhaps relative to the API.
    pub token_url: Option<String>,
    /// Where new tokens are given out for refresh tokens, if that is elsewhere.
    pub refresh_url: Option<String>,
    /// Where another document says where tokens are given out (OpenID Connect Discovery 1.0, RFC 8414).
    pub discovery_url: Option<String>,
    /// What a token may allow: the name of each scope, and what the document says of it.
    pub scopes: Vec<(String, Option<String>)>,
}

/// A way to come by a token (OpenAPI 3.2 section 4.29).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// For the credentials of a client.
    ClientCredentials,
    /// For a code that people get where they sign in.
    AuthorizationCode,
    /// For the name and password of a user.
    Password,
    /// For a code that people confirm on another device.
    DeviceAuthorization,
    /// Straight from where people sign in.
    Implicit,
}
