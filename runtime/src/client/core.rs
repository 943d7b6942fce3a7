//! The shared state of a client.

use std::{borrow::Cow, fmt, sync::Arc};

use http::{HeaderMap, HeaderValue};

use crate::{
    auth::credentials::{AuthContext, Credentials},
    client::server,
    error::{
        redact::{ShownHeaders, shown_origin, shown_url},
        redactor::{Redactor, Secrets as _},
    },
    spec::{client_description::ClientDescription, operation::OperationSpec},
    transport::{clock::Clock, middleware::Middleware, sender::Sender, timeout::Timeouts},
};

/// The shared state of a client. Cloning is cheap: clones share connections and the retry budget. `Debug` hides
/// credentials.
#[derive(Clone)]
pub struct ClientCore(pub(super) Arc<Core>);

pub(super) struct Core {
    pub(super) description: &'static ClientDescription,
    pub(super) base_url: String,
    /// Whether the base URL was set by the caller instead of the document.
    pub(super) has_own_base_url: bool,
    /// The values that the caller set for variables of the documented servers.
    pub(super) server_variables: Vec<(&'static str, String)>,
    pub(super) user_agent: HeaderValue,
    pub(super) default_headers: HeaderMap,
    pub(super) default_query: Vec<(String, String)>,
    pub(super) credentials: Credentials,
    pub(super) sender: Sender,
    pub(super) call_middleware: Vec<Arc<dyn Middleware>>,
    pub(super) timeouts: Timeouts,
}

impl ClientCore {
    /// Returns the base URL, without a trailing slash.
    pub fn base_url(&self) -> &str {
        &self.0.base_url
    }

    /// Returns the base URL of an operation, without a trailing slash.
    pub(crate) fn base_url_of(&self, operation: &OperationSpec) -> Cow<'_, str> {
        match operation.base_url {
            Some(own) if !self.0.has_own_base_url => {
                server::fill(own, &self.0.server_variables).trim_end_matches('/').to_owned().into()
            }
            _ => self.base_url().into(),
        }
    }

    pub(crate) fn default_query(&self) -> &[(String, String)] {
        &self.0.default_query
    }

    pub(crate) fn user_agent(&self) -> &HeaderValue {
        &self.0.user_agent
    }

    pub(crate) fn default_headers(&self) -> &HeaderMap {
        &self.0.default_headers
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.0.credentials
    }

    /// Returns a redactor for the current secrets of the client.
    pub(crate) fn redactor(&self) -> Redactor {
        self.0.credentials.redactor()
    }

    /// Returns the context for authorizing requests.
    pub(crate) fn auth_context(&self, timeouts: Timeouts) -> AuthContext<'_> {
        AuthContext {
            sender: &self.0.sender,
            description: self.0.description,
            base_url: &self.0.base_url,
            default_query: &self.0.default_query,
            timeouts,
        }
    }

    /// Returns the sender of individual requests.
    pub(crate) fn sender(&self) -> &Sender {
        &self.0.sender
    }

    pub(crate) fn call_middleware(&self) -> &[Arc<dyn Middleware>] {
        &self.0.call_middleware
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.sender.clock
    }

    pub(crate) fn timeouts(&self) -> &Timeouts {
        &self.0.timeouts
    }
}

impl fmt::Debug for ClientCore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let core = &*self.0;
        let shown_base = if core.has_own_base_url { shown_origin(&core.base_url) } else { shown_url(&core.base_url) };
        formatter
            .debug_struct("ClientCore")
            .field("name", &core.description.name)
            .field("base_url", &self.redactor().hide(&shown_base))
            .field("credentials", &core.credentials.names())
            .field("default_headers", &ShownHeaders(&core.default_headers))
            .field("retries", &core.sender.retries)
            .field("timeouts", &core.timeouts)
            .finish_non_exhaustive()
    }
}
