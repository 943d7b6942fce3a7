// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Union, Value};

/// One fault of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ValidationError {
    /// Where the fault is: `body`, `query` or `path`, then names and positions.
    pub loc: Vec<ValidationErrorLocItem>,
    /// What is wrong.
    pub msg: String,
    /// Kind of the fault.
    pub r#type: String,
}

/// `loc` of [`ValidationError`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum ValidationErrorLocItem {
    #[shape(string)]
    String(String),
    #[shape(integer)]
    Integer(i64),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
