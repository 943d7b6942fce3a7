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
}
