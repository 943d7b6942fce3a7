//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ClickButtonType;
use apiarist_runtime::{Maybe, list, object};

/// Clicks.
#[derive(Clone, Debug, PartialEq)]
pub struct ClickParam {
    /// Button to press.
    pub button: ClickButtonType,
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
    /// Keys to hold meanwhile.
    pub keys: Maybe<Vec<String>>,
}
object!(ClickParam {
    "type" = "click",
    button: required("button"),
    x: required("x"),
    y: required("y"),
    keys: maybe("keys"),
});

impl ClickParam {
    /// With what is required.
    pub fn new(button: ClickButtonType, x: i64, y: i64) -> Self {
        Self {
            button,
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
