//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::union;
use std::collections::BTreeMap;

/// Up to 16 values stored with a file, by key.
pub type VectorStoreFileAttributes = BTreeMap<String, VectorStoreFileAttributesValue>;

union! {
    pub enum VectorStoreFileAttributesValue {
        /// At most 512 characters.
        String(String) = string(),
        Number(f64) = number(),
        Boolean(bool) = boolean(),
    }
}
