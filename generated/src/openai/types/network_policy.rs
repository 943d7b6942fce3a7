//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerNetworkPolicyAllowlistParam, ContainerNetworkPolicyDisabledParam};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// What it may reach.
    pub enum NetworkPolicy by "type" {
        Disabled(ContainerNetworkPolicyDisabledParam) = "disabled",
        Allowlist(ContainerNetworkPolicyAllowlistParam) = "allowlist",
    }
}
