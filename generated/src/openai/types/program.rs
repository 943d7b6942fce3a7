// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A program that the model wrote to call tools.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "program"))]
#[non_exhaustive]
pub struct Program {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// The program.
    pub code: String,
    /// Opaque fingerprint of the program. Send it back unchanged.
    pub fingerprint: String,
}
