// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// A scroll.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "scroll"))]
pub struct ScrollParam {
    /// Distance from the left edge, in pixels.
    pub x: i64,
    /// Distance from the top edge, in pixels.
    pub y: i64,
    /// Distance to scroll to the right.
    pub scroll_x: i64,
    /// Distance to scroll down.
    pub scroll_y: i64,
    /// Keys held down during the action.
    pub keys: Maybe<Vec<String>>,
}
