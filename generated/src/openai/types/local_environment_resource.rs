//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The machine of the caller.
    pub struct LocalEnvironmentResource {
        "type" = "local",
    }
}
