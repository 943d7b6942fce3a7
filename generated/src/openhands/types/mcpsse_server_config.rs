// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// A tool server reached over server-sent events.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct McpsseServerConfig {
    /// Address of the server.
    pub url: String,
    /// Key for the server.
    pub api_key: Maybe<String>,
}
