//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, union};

object! {
    /// One fault of a request.
    pub struct ValidationError {
        /// Where the fault is: `body`, `query` or `path`, then names and positions.
        loc: required(Vec<ValidationErrorLocItem>) = "loc",
        /// What is wrong.
        msg: required(String) = "msg",
        /// Kind of the fault.
        r#type: required(String) = "type",
    }
}

union! {
    pub enum ValidationErrorLocItem {
        String(String) = string(),
        Integer(i64) = integer(),
    }
}
