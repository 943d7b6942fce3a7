//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ContainerNetworkPolicyDomainSecretParam;
use apiarist_runtime::object;

/// Only certain domains.
#[derive(Clone, Debug, PartialEq)]
pub struct ContainerNetworkPolicyAllowlistParam {
    /// The domains.
    ///
    /// At least 1 elements.
    pub allowed_domains: Vec<String>,
    /// Secrets to send to these domains.
    ///
    /// At least 1 elements.
    pub domain_secrets: Option<Vec<ContainerNetworkPolicyDomainSecretParam>>,
}
object!(ContainerNetworkPolicyAllowlistParam {
    "type" = "allowlist",
    allowed_domains: required("allowed_domains"),
    domain_secrets: optional("domain_secrets"),
});

impl ContainerNetworkPolicyAllowlistParam {
    /// With what is required.
    pub fn new(allowed_domains: impl Into<Vec<String>>) -> Self {
        Self {
            allowed_domains: allowed_domains.into(),
            domain_secrets: None,
        }
    }

    pub fn domain_secrets(
        mut self,
        domain_secrets: impl Into<Vec<ContainerNetworkPolicyDomainSecretParam>>,
    ) -> Self {
        self.domain_secrets = Some(domain_secrets.into());
        self
    }
}
