//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A point on the screen.
    pub struct CoordParam {
        /// Distance from the left edge, in pixels.
        x: required(i64) = "x",
        /// Distance from the top edge, in pixels.
        y: required(i64) = "y",
    }
    new(x(i64), y(i64))
}
