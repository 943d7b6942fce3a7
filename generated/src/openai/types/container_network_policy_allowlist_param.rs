//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ContainerNetworkPolicyDomainSecretParam;
use apiarist_runtime::object;

object! {
    /// Only certain domains.
    pub struct ContainerNetworkPolicyAllowlistParam {
        "type" = "allowlist",
        /// The domains. At least 1 element.
        allowed_domains: required(Vec<String>) = "allowed_domains",
        /// Secrets to send to these domains. At least 1 element.
        domain_secrets: optional(Vec<ContainerNetworkPolicyDomainSecretParam>) = "domain_secrets",
    }
    new(allowed_domains(Vec<String>))
}
