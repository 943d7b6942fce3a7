// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A secret that is sent only to one domain.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct ContainerNetworkPolicyDomainSecretParam {
    /// The domain. At least 1 character.
    pub domain: String,
    /// Name of the secret. At least 1 character.
    pub name: String,
    /// The secret. 1 to 10485760 characters.
    pub value: String,
}
