//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Scrolls.
    pub struct ScrollParam {
        "type" = "scroll",
        /// Distance from the left edge, in pixels.
        x: required(i64) = "x",
        /// Distance from the top edge, in pixels.
        y: required(i64) = "y",
        /// How far to scroll to the right.
        scroll_x: required(i64) = "scroll_x",
        /// How far to scroll down.
        scroll_y: required(i64) = "scroll_y",
        /// Keys to hold meanwhile.
        keys: maybe(Vec<String>) = "keys",
    }
    new(x(i64), y(i64), scroll_x(i64), scroll_y(i64))
}
