//! The credentials mode of fetch.

#[cfg(doc)]
use crate::transport::ReqwestTransport;

/// The requests with which a browser sends its own credentials, such as cookies and client certificates: the
/// credentials mode of fetch, set by [`ReqwestTransport::fetch_credentials`]. It does not affect the credentials of the
/// client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum FetchCredentials {
    /// No request.
    Omit,
    /// Requests to the origin of the page.
    #[default]
    SameOrigin,
    /// All requests. A server of another origin must allow it by `Access-Control-Allow-Credentials`.
    Include,
}
