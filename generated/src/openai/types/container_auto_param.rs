// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ContainerMemoryLimit, InlineSkillParam, SkillReferenceParam};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// A container created for the request.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "container_auto"))]
pub struct ContainerAutoParam {
    /// IDs of stored files to copy into the container. At most 50 items.
    pub file_ids: Option<Vec<String>>,
    /// Memory limit of the container.
    pub memory_limit: Maybe<ContainerMemoryLimit>,
    /// Network policy of the container.
    pub network_policy: Option<NetworkPolicy>,
    /// Skills to install in the container. At most 200 items.
    pub skills: Option<Vec<ContainerAutoParamSkill>>,
}

/// Network policy of the container.
pub type NetworkPolicy = super::shared::NetworkPolicy;

/// `skills` of [`ContainerAutoParam`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum ContainerAutoParamSkill {
    #[wire("skill_reference")]
    SkillReference(SkillReferenceParam),
    #[wire("inline")]
    Inline(InlineSkillParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
