// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ContainerNetworkPolicyAllowlistParam, ContainerNetworkPolicyDisabledParam};
use apiarist_runtime::{TaggedUnion, Value};

/// Network policy of the container.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum NetworkPolicy {
    #[wire("disabled")]
    Disabled(ContainerNetworkPolicyDisabledParam),
    #[wire("allowlist")]
    Allowlist(ContainerNetworkPolicyAllowlistParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
