//! Credentials: what a client is given for a security scheme, and how requests are authorized with it.

pub(crate) mod authorized;
pub(crate) mod credential;
pub(crate) mod credentials;
mod environment;
pub(crate) mod oauth;
pub(crate) mod token;
