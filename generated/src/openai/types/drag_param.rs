// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::CoordParam;
use apiarist_runtime::{Maybe, Object};

/// A drag along a path.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "drag"))]
pub struct DragParam {
    /// Points along the path.
    pub path: Vec<CoordParam>,
    /// Keys held down during the action.
    pub keys: Maybe<Vec<String>>,
}
