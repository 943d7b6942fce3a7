// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A program that the model wrote to call tools.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "program"))]
pub struct ProgramItemParam {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// The program. At most 10485760 characters.
    pub code: String,
    /// Opaque fingerprint of the program. Send it back unchanged. At most 10485760 characters.
    pub fingerprint: String,
}
