// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A skill on the caller's machine.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct LocalSkillParam {
    /// Name of the skill.
    pub name: String,
    /// Description of the skill.
    pub description: String,
    /// Path to the folder of the skill.
    pub path: String,
}
