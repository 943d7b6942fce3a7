// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerMemoryLimit, NetworkPolicy};
use apiarist_runtime::{Maybe, Object};

/// How to make a container for code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "auto"))]
pub struct AutoCodeInterpreterToolParam {
    /// Stored files to put into it. At most 50 elements.
    pub file_ids: Option<Vec<String>>,
    /// How much memory it may use.
    pub memory_limit: Maybe<ContainerMemoryLimit>,
    /// What it may reach.
    pub network_policy: Option<NetworkPolicy>,
}
