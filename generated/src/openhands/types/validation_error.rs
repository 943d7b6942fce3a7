// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Union, Value};

/// A validation error.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ValidationError {
    /// Location of the error: `body`, `query`, or `path`, followed by names and indexes.
    pub loc: Vec<ValidationErrorLocItem>,
    /// Error message.
    pub msg: String,
    /// Type of the error.
    pub r#type: String,
}

/// `loc` of [`ValidationError`].
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValidationErrorLocItem {
    #[shape(string)]
    String(String),
    #[shape(integer)]
    Integer(i64),
    /// A value that matches no known variant.
    Unknown(Value),
}
