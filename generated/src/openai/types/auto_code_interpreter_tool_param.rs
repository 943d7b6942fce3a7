//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerMemoryLimit, NetworkPolicy};
use apiarist_runtime::{Maybe, list, object};

/// How to make a container for code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AutoCodeInterpreterToolParam {
    /// Stored files to put into it.
    ///
    /// At most 50 elements.
    pub file_ids: Option<Vec<String>>,
    /// How much memory it may use.
    pub memory_limit: Maybe<ContainerMemoryLimit>,
    /// What it may reach.
    pub network_policy: Option<NetworkPolicy>,
}
object!(AutoCodeInterpreterToolParam {
    "type" = "auto",
    file_ids: optional("file_ids"),
    memory_limit: maybe("memory_limit"),
    network_policy: optional("network_policy"),
});

impl AutoCodeInterpreterToolParam {
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
}
