//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// No network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContainerNetworkPolicyDisabledParam {}
object!(ContainerNetworkPolicyDisabledParam {
    "type" = "disabled",
});
