// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Union, Value};
use std::collections::BTreeMap;

/// Up to 16 values stored with a file, by key.
pub type VectorStoreFileAttributes = BTreeMap<String, VectorStoreFileAttributesValue>;

/// Element of [`VectorStoreFileAttributes`].
#[derive(Clone, Debug, PartialEq, Union)]
#[non_exhaustive]
pub enum VectorStoreFileAttributesValue {
    /// At most 512 characters.
    #[shape(string)]
    String(String),
    #[shape(number)]
    Number(f64),
    #[shape(boolean)]
    Boolean(bool),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
