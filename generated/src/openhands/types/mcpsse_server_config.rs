//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, object};

/// A tool server reached over server-sent events.
#[derive(Clone, Debug, PartialEq)]
pub struct McpsseServerConfig {
    /// Address of the server.
    pub url: String,
    /// Key for the server.
    pub api_key: Maybe<String>,
}
object!(McpsseServerConfig {
    url: required("url"),
    api_key: maybe("api_key"),
});

impl McpsseServerConfig {
    /// With what is required.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            api_key: Maybe::Absent,
        }
    }

    pub fn api_key(mut self, api_key: impl Into<String>) -> Self {
        self.api_key = Maybe::Value(api_key.into());
        self
    }
}
