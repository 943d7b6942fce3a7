//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The files of a skill as an archive.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineSkillSourceParam {
    /// The archive in base64.
    ///
    /// 1 to 70254592 characters.
    pub data: String,
}
object!(InlineSkillSourceParam {
    "type" = "base64",
    "media_type" = "application/zip",
    data: required("data"),
});

impl InlineSkillSourceParam {
    /// With what is required.
    pub fn new(data: impl Into<String>) -> Self {
        Self { data: data.into() }
    }
}
