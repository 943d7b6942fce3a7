//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A picture of a screen, by address or by stored file.
    pub struct ComputerScreenshotImage {
        "type" = "computer_screenshot",
        /// Address of the picture.
        image_url: optional(String) = "image_url",
        /// Identifier of a stored file.
        file_id: optional(String) = "file_id",
    }
    new()
}
