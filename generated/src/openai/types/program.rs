// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A program that the model wrote to call tools.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "program"))]
#[non_exhaustive]
pub struct Program {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// The program.
    pub code: String,
    /// Opaque mark of the program; send it back unchanged.
    pub fingerprint: String,
}
