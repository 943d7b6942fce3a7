//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A secret that is only sent to one domain.
    pub struct ContainerNetworkPolicyDomainSecretParam {
        /// The domain. At least 1 character.
        domain: required(String) = "domain",
        /// Name of the secret. At least 1 character.
        name: required(String) = "name",
        /// The secret. 1 to 10485760 characters.
        value: required(String) = "value",
    }
    new(domain(String), name(String), value(String))
}
