// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// What code drew.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "image"))]
pub struct CodeInterpreterOutputImage {
    /// Address of the image.
    pub url: String,
}
