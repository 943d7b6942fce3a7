// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use std::collections::BTreeMap;

/// Up to 16 key-value pairs, with keys of up to 64 characters and values of up to 512 characters.
pub type Metadata = BTreeMap<String, String>;
