//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::operations::Conversations;
use apiarist_runtime::{SecurityScheme, define_client};

pub(crate) const API_KEY: SecurityScheme = SecurityScheme::header("apiKey", "x-api-key");

define_client!(
    /// A client of Tavus Conversations.
    ///
    /// Makes, reads and ends video conversations between people and a replica.
    name: "tavus",
    base_url: "https://tavusapi.com",
    credentials: {
        /// Key of the account.
        api_key: API_KEY = "TAVUS_API_KEY",
    },
);

impl Client {
    /// Video conversations with a replica.
    pub fn conversations(&self) -> Conversations<'_> {
        Conversations::new(&self.core)
    }
}
