// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerNetworkPolicyAllowlistParam, ContainerNetworkPolicyDisabledParam};
use apiarist_runtime::{TaggedUnion, Value};

/// What it may reach.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum NetworkPolicy {
    #[wire("disabled")]
    Disabled(ContainerNetworkPolicyDisabledParam),
    #[wire("allowlist")]
    Allowlist(ContainerNetworkPolicyAllowlistParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
