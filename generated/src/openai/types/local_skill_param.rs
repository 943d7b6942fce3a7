// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A skill on the machine of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct LocalSkillParam {
    /// Name of the skill.
    pub name: String,
    /// What the skill is for.
    pub description: String,
    /// Folder of the skill.
    pub path: String,
}
