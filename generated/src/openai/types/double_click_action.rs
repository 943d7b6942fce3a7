//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Clicks twice.
    pub struct DoubleClickAction {
        "type" = "double_click",
        /// Distance from the left edge, in pixels.
        x: required(i64) = "x",
        /// Distance from the top edge, in pixels.
        y: required(i64) = "y",
        /// Keys to hold meanwhile.
        keys: nullable(Vec<String>) = "keys",
    }
    new(x(i64), y(i64), keys(Option<Vec<String>>))
}
