// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ContainerNetworkPolicyDomainSecretParam;
use apiarist_runtime::Object;

/// Only certain domains.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "allowlist"))]
pub struct ContainerNetworkPolicyAllowlistParam {
    /// The domains. At least 1 element.
    pub allowed_domains: Vec<String>,
    /// Secrets to send to these domains. At least 1 element.
    pub domain_secrets: Option<Vec<ContainerNetworkPolicyDomainSecretParam>>,
}
