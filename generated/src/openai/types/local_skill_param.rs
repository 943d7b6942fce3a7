//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A skill on the machine of the caller.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalSkillParam {
    /// Name of the skill.
    pub name: String,
    /// What the skill is for.
    pub description: String,
    /// Folder of the skill.
    pub path: String,
}
object!(LocalSkillParam {
    name: required("name"),
    description: required("description"),
    path: required("path"),
});

impl LocalSkillParam {
    /// With what is required.
    pub fn new(
        name: impl Into<String>,
        description: impl Into<String>,
        path: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            description: description.into(),
            path: path.into(),
        }
    }
}
