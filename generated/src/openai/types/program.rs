//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A program that the model wrote to call tools.
    pub struct Program {
        "type" = "program",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// The program.
        code: required(String) = "code",
        /// Opaque mark of the program; send it back unchanged.
        fingerprint: required(String) = "fingerprint",
    }
}
