//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// The credentials of one customer.
    pub struct AuthObject {
        /// Stream that the answers go to.
        stream_id: optional(String) = "streamId",
        /// Your own identifier of the customer.
        customer_external_id: required(String) = "customerExternalId",
        /// The credentials. Each field may be left out, but one must be there. At least 1 member.
        auth: required(AuthObjectAuth) = "auth",
    }
    new(customer_external_id(String), auth(AuthObjectAuth))
}

object! {
    /// The credentials. Each field may be left out, but one must be there. At least 1 member.
    pub struct AuthObjectAuth {
        /// Values to send in the body of a request.
        body: optional(BTreeMap<String, Value>) = "body",
        /// Values to send as cookies.
        cookies: optional(BTreeMap<String, Value>) = "cookies",
        /// Values to send as headers.
        headers: optional(BTreeMap<String, Value>) = "headers",
        /// Token of the customer.
        token: optional(String) = "token",
    }
    new()
}
