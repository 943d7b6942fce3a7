//! Credentials for security schemes, and authorization of requests.

pub(crate) mod authorized;
pub(crate) mod credential;
pub(crate) mod credentials;
mod environment;
pub(crate) mod oauth;
pub(crate) mod token;
