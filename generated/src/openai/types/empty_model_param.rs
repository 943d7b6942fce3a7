// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Value;
use std::collections::BTreeMap;

/// An object without defined properties.
pub type EmptyModelParam = BTreeMap<String, Value>;
