//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

/// The credentials of one customer.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthObject {
    /// Stream that the answers go to.
    pub stream_id: Option<String>,
    /// Your own identifier of the customer.
    pub customer_external_id: String,
    /// The credentials. Each field may be left out, but one must be there.
    ///
    /// At least 1 member.
    pub auth: AuthObjectAuth,
}
object!(AuthObject {
    stream_id: optional("streamId"),
    customer_external_id: required("customerExternalId"),
    auth: required("auth"),
});

impl AuthObject {
    /// With what is required.
    pub fn new(customer_external_id: impl Into<String>, auth: AuthObjectAuth) -> Self {
        Self {
            stream_id: None,
            customer_external_id: customer_external_id.into(),
            auth,
        }
    }

    pub fn stream_id(mut self, stream_id: impl Into<String>) -> Self {
        self.stream_id = Some(stream_id.into());
        self
    }
}

/// The credentials. Each field may be left out, but one must be there.
///
/// At least 1 member.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthObjectAuth {
    /// Values to send in the body of a request.
    pub body: Option<BTreeMap<String, Value>>,
    /// Values to send as cookies.
    pub cookies: Option<BTreeMap<String, Value>>,
    /// Values to send as headers.
    pub headers: Option<BTreeMap<String, Value>>,
    /// Token of the customer.
    pub token: Option<String>,
}
object!(AuthObjectAuth {
    body: optional("body"),
    cookies: optional("cookies"),
    headers: optional("headers"),
    token: optional("token"),
});

impl AuthObjectAuth {
    pub fn body(mut self, body: BTreeMap<String, Value>) -> Self {
        self.body = Some(body);
        self
    }

    pub fn cookies(mut self, cookies: BTreeMap<String, Value>) -> Self {
        self.cookies = Some(cookies);
        self
    }

    pub fn headers(mut self, headers: BTreeMap<String, Value>) -> Self {
        self.headers = Some(headers);
        self
    }

    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}
