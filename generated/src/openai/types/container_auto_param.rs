//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerMemoryLimit, InlineSkillParam, NetworkPolicy, SkillReferenceParam};
use apiarist_runtime::{Maybe, Value, list, object, tagged_union};

/// A container made for the request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContainerAutoParam {
    /// Stored files to put into it.
    ///
    /// At most 50 elements.
    pub file_ids: Option<Vec<String>>,
    /// How much memory it may use.
    pub memory_limit: Maybe<ContainerMemoryLimit>,
    /// What it may reach.
    pub network_policy: Option<NetworkPolicy>,
    /// Skills to put into it.
    ///
    /// At most 200 elements.
    pub skills: Option<Vec<ContainerAutoParamSkill>>,
}
object!(ContainerAutoParam {
    "type" = "container_auto",
    file_ids: optional("file_ids"),
    memory_limit: maybe("memory_limit"),
    network_policy: optional("network_policy"),
    skills: optional("skills"),
});

impl ContainerAutoParam {
    pub fn file_ids(mut self, file_ids: impl IntoIterator<Item: Into<String>>) -> Self {
        self.file_ids = Some(list(file_ids));
        self
    }

    pub fn memory_limit(mut self, memory_limit: ContainerMemoryLimit) -> Self {
        self.memory_limit = Maybe::Value(memory_limit);
        self
    }

    pub fn network_policy(mut self, network_policy: NetworkPolicy) -> Self {
        self.network_policy = Some(network_policy);
        self
    }

    pub fn skills(
        mut self,
        skills: impl IntoIterator<Item: Into<ContainerAutoParamSkill>>,
    ) -> Self {
        self.skills = Some(list(skills));
        self
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ContainerAutoParamSkill {
    SkillReference(SkillReferenceParam),
    Inline(InlineSkillParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(ContainerAutoParamSkill by "type" {
    SkillReference: "skill_reference",
    Inline: "inline",
});
