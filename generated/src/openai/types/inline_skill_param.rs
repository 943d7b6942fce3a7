//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::InlineSkillSourceParam;
use apiarist_runtime::object;

/// A skill sent with the request.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineSkillParam {
    /// Name of the skill.
    pub name: String,
    /// What the skill is for.
    pub description: String,
    /// Files of the skill.
    pub source: InlineSkillSourceParam,
}
object!(InlineSkillParam {
    "type" = "inline",
    name: required("name"),
    description: required("description"),
    source: required("source"),
});

impl InlineSkillParam {
    /// With what is required.
    pub fn new(
        name: impl Into<String>,
        description: impl Into<String>,
        source: InlineSkillSourceParam,
    ) -> Self {
        Self {
            name: name.into(),
            description: description.into(),
            source,
        }
    }
}
