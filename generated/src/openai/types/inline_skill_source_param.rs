// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The files of a skill as an archive.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "base64"), is("media_type", "application/zip"))]
pub struct InlineSkillSourceParam {
    /// The archive, encoded in base64. 1 to 70254592 characters.
    pub data: String,
}
