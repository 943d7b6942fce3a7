// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::InlineSkillSourceParam;
use apiarist_runtime::Object;

/// A skill sent with the request.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "inline"))]
pub struct InlineSkillParam {
    /// Name of the skill.
    pub name: String,
    /// Description of the skill.
    pub description: String,
    /// Source files of the skill.
    pub source: InlineSkillSourceParam,
}
