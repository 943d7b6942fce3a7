//! The security schemes of an API.

use super::Documentation;
use crate::source::Pointer;

/// A security scheme of the document.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// The location.
    pub origin: Pointer,
    /// The kind.
    pub kind: SecuritySchemeKind,
    /// The source of tokens, if the scheme uses OAuth 2.0 or OpenID Connect.
    pub tokens: Option<TokenSource>,
    /// The document's description.
    pub documentation: Documentation,
}

/// The kinds of security schemes that a client supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    /// A key in the header with this name.
    Header(String),
    /// A key in the query parameter with this name.
    Query(String),
    /// A key in the cookie with this name.
    Cookie(String),
    /// `Authorization: Bearer` with a token, including OAuth 2.0 and OpenID Connect tokens.
    Bearer,
    /// `Authorization: Basic` with user and password (RFC 7617).
    Basic,
    /// `Authorization` with this scheme before the credential: another HTTP scheme.
    Authorization(String),
    /// An HTTP scheme whose credential is computed externally for each request.
    External(String),
}

/// The endpoints and scopes for tokens of OAuth 2.0 and OpenID Connect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenSource {
    /// The flows that the document defines, each once; empty for OpenID Connect.
    pub flows: Vec<Flow>,
    /// The token endpoint; possibly relative to the API.
    pub token_url: Option<String>,
    /// The endpoint for refreshing tokens, if it is a different one.
    pub refresh_url: Option<String>,
    /// The discovery document with the token endpoint (OpenID Connect Discovery 1.0, RFC 8414).
    pub discovery_url: Option<String>,
    /// The name of each scope, and the document's description of it.
    pub scopes: Vec<(String, Option<String>)>,
}

/// A flow for obtaining a token (OpenAPI 3.2 section 4.29).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Client credentials.
    ClientCredentials,
    /// An authorization code that the user obtains by signing in.
    AuthorizationCode,
    /// The name and password of a user.
    Password,
    /// A code that the user confirms on another device.
    DeviceAuthorization,
    /// A token that the authorization endpoint returns directly.
    Implicit,
}
