//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A tool server reached over server-sent events.
    pub struct McpsseServerConfig {
        /// Address of the server.
        url: required(String) = "url",
        /// Key for the server.
        api_key: maybe(String) = "api_key",
    }
    new(url(String))
}
