// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerMemoryLimit, InlineSkillParam, NetworkPolicy, SkillReferenceParam};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// A container made for the request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "container_auto"))]
pub struct ContainerAutoParam {
    /// Stored files to put into it. At most 50 elements.
    pub file_ids: Option<Vec<String>>,
    /// How much memory it may use.
    pub memory_limit: Maybe<ContainerMemoryLimit>,
    /// What it may reach.
    pub network_policy: Option<NetworkPolicy>,
    /// Skills to put into it. At most 200 elements.
    pub skills: Option<Vec<ContainerAutoParamSkill>>,
}

/// `skills` of [`ContainerAutoParam`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum ContainerAutoParamSkill {
    #[wire("skill_reference")]
    SkillReference(SkillReferenceParam),
    #[wire("inline")]
    Inline(InlineSkillParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
