//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Takes a picture of the screen.
    pub struct ScreenshotParam {
        "type" = "screenshot",
    }
    new()
}
