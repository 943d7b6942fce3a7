//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A stored skill.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillReferenceParam {
    /// Identifier of the skill.
    ///
    /// 1 to 64 characters.
    pub skill_id: String,
    /// Version of the skill: a number or `latest`.
    pub version: Option<String>,
}
object!(SkillReferenceParam {
    "type" = "skill_reference",
    skill_id: required("skill_id"),
    version: optional("version"),
});

impl SkillReferenceParam {
    /// With what is required.
    pub fn new(skill_id: impl Into<String>) -> Self {
        Self {
            skill_id: skill_id.into(),
            version: None,
        }
    }

    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }
}
