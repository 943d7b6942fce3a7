//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::operations::Conversations;
use apiarist_runtime::{SecurityScheme, define_client};

pub(crate) const API_KEY_AUTH: SecurityScheme = SecurityScheme::bearer("ApiKeyAuth");

define_client!(
    /// A client of OpenAI Conversations.
    ///
    /// Conversations that the service keeps, and the items they consist of.
    name: "openai",
    base_url: "https://api.openai.com/v1",
    credentials: {
        /// Key of the account or project.
        api_key_auth: API_KEY_AUTH = "OPENAI_API_KEY",
    },
);

impl Client {
    /// Conversations and their items.
    pub fn conversations(&self) -> Conversations<'_> {
        Conversations::new(&self.core)
    }
}
