//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerMemoryLimit, NetworkPolicy};
use apiarist_runtime::object;

object! {
    /// How to make a container for code.
    pub struct AutoCodeInterpreterToolParam {
        "type" = "auto",
        /// Stored files to put into it. At most 50 elements.
        file_ids: optional(Vec<String>) = "file_ids",
        /// How much memory it may use.
        memory_limit: maybe(ContainerMemoryLimit) = "memory_limit",
        /// What it may reach.
        network_policy: optional(NetworkPolicy) = "network_policy",
    }
    new()
}
