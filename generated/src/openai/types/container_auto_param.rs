//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerMemoryLimit, InlineSkillParam, NetworkPolicy, SkillReferenceParam};
use apiarist_runtime::{object, tagged_union};

object! {
    /// A container made for the request.
    pub struct ContainerAutoParam {
        "type" = "container_auto",
        /// Stored files to put into it. At most 50 elements.
        file_ids: optional(Vec<String>) = "file_ids",
        /// How much memory it may use.
        memory_limit: maybe(ContainerMemoryLimit) = "memory_limit",
        /// What it may reach.
        network_policy: optional(NetworkPolicy) = "network_policy",
        /// Skills to put into it. At most 200 elements.
        skills: optional(Vec<ContainerAutoParamSkill>) = "skills",
    }
    new()
}

tagged_union! {
    pub enum ContainerAutoParamSkill by "type" {
        SkillReference(SkillReferenceParam) = "skill_reference",
        Inline(InlineSkillParam) = "inline",
    }
}
