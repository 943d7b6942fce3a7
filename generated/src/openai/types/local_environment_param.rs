//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::LocalSkillParam;
use apiarist_runtime::{list, object};

/// The machine of the caller.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalEnvironmentParam {
    /// Skills that lie there.
    ///
    /// At most 200 elements.
    pub skills: Option<Vec<LocalSkillParam>>,
}
object!(LocalEnvironmentParam {
    "type" = "local",
    skills: optional("skills"),
});

impl LocalEnvironmentParam {
    pub fn skills(mut self, skills: impl IntoIterator<Item: Into<LocalSkillParam>>) -> Self {
        self.skills = Some(list(skills));
        self
    }
}
