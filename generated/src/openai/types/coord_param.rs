//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A point on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct CoordParam {
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
}
object!(CoordParam {
    x: required("x"),
    y: required("y"),
});

impl CoordParam {
    /// With what is required.
    pub fn new(x: i64, y: i64) -> Self {
        Self { x, y }
    }
}
