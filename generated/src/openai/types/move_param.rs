//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, list, object};

/// Moves the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveParam {
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
    /// Keys to hold meanwhile.
    pub keys: Maybe<Vec<String>>,
}
object!(MoveParam {
    "type" = "move",
    x: required("x"),
    y: required("y"),
    keys: maybe("keys"),
});

impl MoveParam {
    /// With what is required.
    pub fn new(x: i64, y: i64) -> Self {
        Self {
            x,
            y,
            keys: Maybe::Absent,
        }
    }

    pub fn keys(mut self, keys: impl IntoIterator<Item: Into<String>>) -> Self {
        self.keys = Maybe::Value(list(keys));
        self
    }
}
