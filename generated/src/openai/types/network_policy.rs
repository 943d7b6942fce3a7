//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerNetworkPolicyAllowlistParam, ContainerNetworkPolicyDisabledParam};
use apiarist_runtime::{Value, tagged_union};

/// What it may reach.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NetworkPolicy {
    Disabled(ContainerNetworkPolicyDisabledParam),
    Allowlist(ContainerNetworkPolicyAllowlistParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(NetworkPolicy by "type" {
    Disabled: "disabled",
    Allowlist: "allowlist",
});
