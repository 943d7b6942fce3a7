//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::operations::Conversations;
use apiarist_runtime::{SecurityScheme, define_client};

pub(crate) const API_ID: SecurityScheme = SecurityScheme::header("API-ID", "asapp-api-id");
pub(crate) const API_SECRET: SecurityScheme =
    SecurityScheme::header("API-Secret", "asapp-api-secret");

define_client!(
    /// A client of ASAPP Conversations.
    ///
    /// Sends conversations between customers and agents, and their messages, to ASAPP.
    name: "asapp",
    base_url: "https://api.sandbox.asapp.com",
    servers: {
        /// Sandbox
        ///
        /// `https://api.sandbox.asapp.com`
        Sandbox = "https://api.sandbox.asapp.com",
        /// Production
        ///
        /// `https://api.asapp.com`
        Production = "https://api.asapp.com",
    },
    needs: [[API_ID, API_SECRET]],
    credentials: {
        /// Identifier of the key, sent together with the secret.
        api_id: API_ID = "ASAPP_API_ID",
        /// Secret of the key.
        api_secret: API_SECRET = "ASAPP_API_SECRET",
    },
);

impl Client {
    /// Conversations, their messages and the credentials of their customers.
    pub fn conversations(&self) -> Conversations<'_> {
        Conversations::new(&self.core)
    }
}
