// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// A customer's credentials.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, rename_all = "camelCase")]
pub struct AuthObject {
    /// ID of the stream that receives the responses.
    pub stream_id: Option<String>,
    /// Your ID for the customer.
    pub customer_external_id: String,
    /// The credentials. All properties are optional. At least 1 property.
    pub auth: AuthObjectAuth,
}

/// The credentials. All properties are optional. At least 1 property.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct AuthObjectAuth {
    /// Values to send in a request body.
    pub body: Option<BTreeMap<String, Value>>,
    /// Values to send as cookies.
    pub cookies: Option<BTreeMap<String, Value>>,
    /// Values to send as headers.
    pub headers: Option<BTreeMap<String, Value>>,
    /// The customer's token.
    pub token: Option<String>,
}
