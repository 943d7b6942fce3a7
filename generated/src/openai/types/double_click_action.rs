//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Clicks twice.
#[derive(Clone, Debug, PartialEq)]
pub struct DoubleClickAction {
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
    /// Keys to hold meanwhile.
    pub keys: Option<Vec<String>>,
}
object!(DoubleClickAction {
    "type" = "double_click",
    x: required("x"),
    y: required("y"),
    keys: nullable("keys"),
});

impl DoubleClickAction {
    /// With what is required.
    pub fn new(x: i64, y: i64, keys: Option<Vec<String>>) -> Self {
        Self { x, y, keys }
    }
}
