//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ContainerNetworkPolicyDomainSecretParam;
use apiarist_runtime::{list, object};

/// Only certain domains.
#[derive(Clone, Debug, PartialEq)]
pub struct ContainerNetworkPolicyAllowlistParam {
    /// The domains.
    ///
    /// At least 1 element.
    pub allowed_domains: Vec<String>,
    /// Secrets to send to these domains.
    ///
    /// At least 1 element.
    pub domain_secrets: Option<Vec<ContainerNetworkPolicyDomainSecretParam>>,
}
object!(ContainerNetworkPolicyAllowlistParam {
    "type" = "allowlist",
    allowed_domains: required("allowed_domains"),
    domain_secrets: optional("domain_secrets"),
});

impl ContainerNetworkPolicyAllowlistParam {
    /// With what is required.
    pub fn new(allowed_domains: impl IntoIterator<Item: Into<String>>) -> Self {
        Self {
            allowed_domains: list(allowed_domains),
            domain_secrets: None,
        }
    }

    pub fn domain_secrets(
        mut self,
        domain_secrets: impl IntoIterator<Item: Into<ContainerNetworkPolicyDomainSecretParam>>,
    ) -> Self {
        self.domain_secrets = Some(list(domain_secrets));
        self
    }
}
