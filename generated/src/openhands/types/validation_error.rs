//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object, union};

/// One fault of a request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ValidationError {
    /// Where the fault is: `body`, `query` or `path`, then names and positions.
    pub loc: Vec<ValidationErrorLocItem>,
    /// What is wrong.
    pub msg: String,
    /// Kind of the fault.
    pub r#type: String,
}
object!(ValidationError {
    loc: required("loc"),
    msg: required("msg"),
    r#type: required("type"),
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValidationErrorLocItem {
    String(String),
    Integer(i64),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(ValidationErrorLocItem {
    Integer: integer(),
    String: string(),
});
