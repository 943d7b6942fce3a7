//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, union};
use std::collections::BTreeMap;

/// Up to 16 values stored with a file, by key.
pub type VectorStoreFileAttributes = BTreeMap<String, VectorStoreFileAttributesValue>;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum VectorStoreFileAttributesValue {
    /// At most 512 characters.
    String(String),
    Number(f64),
    Boolean(bool),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(VectorStoreFileAttributesValue {
    String: string(),
    Number: number(),
    Boolean: boolean(),
});
