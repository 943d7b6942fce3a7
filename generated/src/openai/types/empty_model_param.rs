// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Value;
use std::collections::BTreeMap;

/// An object without known properties.
pub type EmptyModelParam = BTreeMap<String, Value>;
