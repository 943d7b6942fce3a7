// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::InlineSkillSourceParam;
use apiarist_runtime::Object;

/// A skill sent with the request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "inline"))]
pub struct InlineSkillParam {
    /// Name of the skill.
    pub name: String,
    /// What the skill is for.
    pub description: String,
    /// Files of the skill.
    pub source: InlineSkillSourceParam,
}
