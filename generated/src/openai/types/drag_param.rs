// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::CoordParam;
use apiarist_runtime::{Maybe, Object};

/// Drags along a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "drag"))]
pub struct DragParam {
    /// Points to pass.
    pub path: Vec<CoordParam>,
    /// Keys to hold meanwhile.
    pub keys: Maybe<Vec<String>>,
}
