// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Tells that the model declines.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "refusal"))]
pub struct RefusalContent {
    /// Why the model declines.
    pub refusal: String,
}
