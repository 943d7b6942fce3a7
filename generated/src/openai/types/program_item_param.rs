//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A program that the model wrote to call tools.
    pub struct ProgramItemParam {
        "type" = "program",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result. 1 to 64 characters.
        call_id: required(String) = "call_id",
        /// The program. At most 10485760 characters.
        code: required(String) = "code",
        /// Opaque mark of the program; send it back unchanged. At most 10485760 characters.
        fingerprint: required(String) = "fingerprint",
    }
    new(id(String), call_id(String), code(String), fingerprint(String))
}
