//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Takes a picture of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScreenshotParam {}
object!(ScreenshotParam {
    "type" = "screenshot",
});
