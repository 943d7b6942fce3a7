// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ClickButtonType;
use apiarist_runtime::{Maybe, Object};

/// Clicks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "click"))]
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
