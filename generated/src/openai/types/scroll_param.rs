//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, list, object};

/// Scrolls.
#[derive(Clone, Debug, PartialEq)]
pub struct ScrollParam {
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
    /// How far to scroll to the right.
    pub scroll_x: i64,
    /// How far to scroll down.
    pub scroll_y: i64,
    /// Keys to hold meanwhile.
    pub keys: Maybe<Vec<String>>,
}
object!(ScrollParam {
    "type" = "scroll",
    x: required("x"),
    y: required("y"),
    scroll_x: required("scroll_x"),
    scroll_y: required("scroll_y"),
    keys: maybe("keys"),
});

impl ScrollParam {
    /// With what is required.
    pub fn new(x: i64, y: i64, scroll_x: i64, scroll_y: i64) -> Self {
        Self {
            x,
            y,
            scroll_x,
            scroll_y,
            keys: Maybe::Absent,
        }
    }

    pub fn keys(mut self, keys: impl IntoIterator<Item: Into<String>>) -> Self {
        self.keys = Maybe::Value(list(keys));
        self
    }
}
