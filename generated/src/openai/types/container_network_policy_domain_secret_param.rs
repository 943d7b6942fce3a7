//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A secret that is only sent to one domain.
#[derive(Clone, Debug, PartialEq)]
pub struct ContainerNetworkPolicyDomainSecretParam {
    /// The domain.
    ///
    /// At least 1 character.
    pub domain: String,
    /// Name of the secret.
    ///
    /// At least 1 character.
    pub name: String,
    /// The secret.
    ///
    /// 1 to 10485760 characters.
    pub value: String,
}
object!(ContainerNetworkPolicyDomainSecretParam {
    domain: required("domain"),
    name: required("name"),
    value: required("value"),
});

impl ContainerNetworkPolicyDomainSecretParam {
    /// With what is required.
    pub fn new(
        domain: impl Into<String>,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            domain: domain.into(),
            name: name.into(),
            value: value.into(),
        }
    }
}
