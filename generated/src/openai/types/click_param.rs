// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ClickButtonType;
use apiarist_runtime::{Maybe, Object};

/// A mouse click.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "click"))]
pub struct ClickParam {
    /// Button to press.
    pub button: ClickButtonType,
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
    /// Keys held down during the action.
    pub keys: Maybe<Vec<String>>,
}
