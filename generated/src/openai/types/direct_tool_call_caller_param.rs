//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The model made the call itself.
    pub struct DirectToolCallCallerParam {
        "type" = "direct",
    }
    new()
}
