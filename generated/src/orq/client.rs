//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::operations::Conversations;
use apiarist_runtime::{SecurityScheme, define_client};

pub(crate) const API_KEY: SecurityScheme = SecurityScheme::bearer("ApiKey");

define_client!(
    /// A client of orq.ai conversations.
    ///
    /// Keeps conversations and lets a model answer in them.
    name: "orq",
    base_url: "https://api.orq.ai",
    servers: {
        /// `https://api.orq.ai`
        ApiOrqAi = "https://api.orq.ai",
        /// `https://my.orq.ai`
        MyOrqAi = "https://my.orq.ai",
    },
    credentials: {
        /// Key of the workspace.
        api_key: API_KEY = "ORQ_API_KEY",
    },
);

impl Client {
    /// Conversations and the replies in them.
    pub fn conversations(&self) -> Conversations<'_> {
        Conversations::new(&self.core)
    }
}
