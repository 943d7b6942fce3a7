//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A stored skill.
    pub struct SkillReferenceParam {
        "type" = "skill_reference",
        /// Identifier of the skill. 1 to 64 characters.
        skill_id: required(String) = "skill_id",
        /// Version of the skill: a number or `latest`.
        version: optional(String) = "version",
    }
    new(skill_id(String))
}
