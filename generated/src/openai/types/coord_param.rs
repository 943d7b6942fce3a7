// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A point on the screen.
#[derive(Clone, Copy, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct CoordParam {
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
}
