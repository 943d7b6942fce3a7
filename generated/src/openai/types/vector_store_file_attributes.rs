// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Union, Value};
use std::collections::BTreeMap;

/// Up to 16 key-value pairs stored with a file.
pub type VectorStoreFileAttributes = BTreeMap<String, VectorStoreFileAttributesValue>;

/// Element of [`VectorStoreFileAttributes`].
#[derive(Clone, Union)]
#[union(Debug, PartialEq)]
#[non_exhaustive]
pub enum VectorStoreFileAttributesValue {
    /// At most 512 characters.
    #[shape(string)]
    String(String),
    #[shape(number)]
    Number(f64),
    #[shape(boolean)]
    Boolean(bool),
    /// A value that matches no known variant.
    Unknown(Value),
}
