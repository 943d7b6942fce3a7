//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// No network.
    pub struct ContainerNetworkPolicyDisabledParam {
        "type" = "disabled",
    }
    new()
}
