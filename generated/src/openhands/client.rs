//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::operations::Conversations;
use apiarist_runtime::{SecurityScheme, define_client};

pub(crate) const API_KEY_HEADER: SecurityScheme =
    SecurityScheme::header("APIKeyHeader", "X-Session-API-Key");

define_client!(
    /// A client of OpenHands conversations.
    ///
    /// Conversations with a coding agent and the workspaces it works in: the first generation of the interface.
    name: "openhands",
    base_url: "https://app.all-hands.dev",
    servers: {
        /// The hosted service
        ///
        /// `https://app.all-hands.dev`
        TheHostedService = "https://app.all-hands.dev",
        /// A server of your own
        ///
        /// `http://localhost:3000`
        Localhost3000 = "http://localhost:3000",
    },
    credentials: {
        /// Key of the session.
        api_key_header: API_KEY_HEADER = "OPENHANDS_API_KEY",
    },
);

impl Client {
    /// Operations of `conversations`.
    pub fn conversations(&self) -> Conversations<'_> {
        Conversations::new(&self.core)
    }
}
