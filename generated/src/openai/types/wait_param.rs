//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Waits for a moment.
    pub struct WaitParam {
        "type" = "wait",
    }
    new()
}
