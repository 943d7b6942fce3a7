// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A stored skill.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "skill_reference"))]
pub struct SkillReferenceParam {
    /// ID of the skill. 1 to 64 characters.
    pub skill_id: String,
    /// Version of the skill: a number or `latest`.
    pub version: Option<String>,
}
