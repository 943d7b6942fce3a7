//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A program that the model wrote to call tools.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramItemParam {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    ///
    /// 1 to 64 characters.
    pub call_id: String,
    /// The program.
    ///
    /// At most 10485760 characters.
    pub code: String,
    /// Opaque mark of the program; send it back unchanged.
    ///
    /// At most 10485760 characters.
    pub fingerprint: String,
}
object!(ProgramItemParam {
    "type" = "program",
    id: required("id"),
    call_id: required("call_id"),
    code: required("code"),
    fingerprint: required("fingerprint"),
});

impl ProgramItemParam {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        call_id: impl Into<String>,
        code: impl Into<String>,
        fingerprint: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            call_id: call_id.into(),
            code: code.into(),
            fingerprint: fingerprint.into(),
        }
    }
}
