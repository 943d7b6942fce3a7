// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ContainerMemoryLimit;
use apiarist_runtime::{Maybe, Object};

/// Settings for a container that is created automatically.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "auto"))]
pub struct AutoCodeInterpreterToolParam {
    /// IDs of stored files to copy into the container. At most 50 items.
    pub file_ids: Option<Vec<String>>,
    /// Memory limit of the container.
    pub memory_limit: Maybe<ContainerMemoryLimit>,
    /// Network policy of the container.
    pub network_policy: Option<AutoCodeInterpreterToolParamNetworkPolicy>,
}

/// Network policy of the container.
pub type AutoCodeInterpreterToolParamNetworkPolicy = super::shared::NetworkPolicy;
