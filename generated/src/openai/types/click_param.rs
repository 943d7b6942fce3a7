//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ClickButtonType;
use apiarist_runtime::object;

object! {
    /// Clicks.
    pub struct ClickParam {
        "type" = "click",
        /// Button to press.
        button: required(ClickButtonType) = "button",
        /// Distance from the left edge, in pixels.
        x: required(i64) = "x",
        /// Distance from the top edge, in pixels.
        y: required(i64) = "y",
        /// Keys to hold meanwhile.
        keys: maybe(Vec<String>) = "keys",
    }
    new(button(ClickButtonType), x(i64), y(i64))
}
