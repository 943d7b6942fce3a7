//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::CoordParam;
use apiarist_runtime::{Maybe, list, object};

/// Drags along a path.
#[derive(Clone, Debug, PartialEq)]
pub struct DragParam {
    /// Points to pass.
    pub path: Vec<CoordParam>,
    /// Keys to hold meanwhile.
    pub keys: Maybe<Vec<String>>,
}
object!(DragParam {
    "type" = "drag",
    path: required("path"),
    keys: maybe("keys"),
});

impl DragParam {
    /// With what is required.
    pub fn new(path: impl IntoIterator<Item: Into<CoordParam>>) -> Self {
        Self {
            path: list(path),
            keys: Maybe::Absent,
        }
    }

    pub fn keys(mut self, keys: impl IntoIterator<Item: Into<String>>) -> Self {
        self.keys = Maybe::Value(list(keys));
        self
    }
}
