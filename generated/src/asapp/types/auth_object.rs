// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// The credentials of one customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct AuthObject {
    /// Stream that the answers go to.
    #[wire("streamId")]
    pub stream_id: Option<String>,
    /// Your own identifier of the customer.
    #[wire("customerExternalId")]
    pub customer_external_id: String,
    /// The credentials. Each field may be left out, but one must be there. At least 1 member.
    pub auth: AuthObjectAuth,
}

/// The credentials. Each field may be left out, but one must be there. At least 1 member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
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
