// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ContainerNetworkPolicyDomainSecretParam;
use apiarist_runtime::Object;

/// A policy that allows access only to certain domains.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "allowlist"))]
pub struct ContainerNetworkPolicyAllowlistParam {
    /// The allowed domains. At least 1 item.
    pub allowed_domains: Vec<String>,
    /// Secrets for these domains. At least 1 item.
    pub domain_secrets: Option<Vec<ContainerNetworkPolicyDomainSecretParam>>,
}
