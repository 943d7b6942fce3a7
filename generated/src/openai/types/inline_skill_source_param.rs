//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The files of a skill as an archive.
    pub struct InlineSkillSourceParam {
        "type" = "base64",
        "media_type" = "application/zip",
        /// The archive in base64. 1 to 70254592 characters.
        data: required(String) = "data",
    }
    new(data(String))
}
