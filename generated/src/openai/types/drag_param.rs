//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::CoordParam;
use apiarist_runtime::object;

object! {
    /// Drags along a path.
    pub struct DragParam {
        "type" = "drag",
        /// Points to pass.
        path: required(Vec<CoordParam>) = "path",
        /// Keys to hold meanwhile.
        keys: maybe(Vec<String>) = "keys",
    }
    new(path(Vec<CoordParam>))
}
